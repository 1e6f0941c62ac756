SELECT "t0"."name"
FROM "good" "t0"
WHERE EXISTS(SELECT 1
	FROM "remark" "u0"
	WHERE "u0"."good_id" = "t0"."id" AND NOT ("u0"."spam")
	LIMIT 1) AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
