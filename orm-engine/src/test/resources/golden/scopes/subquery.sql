SELECT "t0"."rating"
FROM "remark" "t0"
WHERE "t0"."good_id" IN (SELECT "u0"."id"
	FROM "good" "u0"
	WHERE NOT ("u0"."hidden")) AND NOT ("t0"."spam")
ORDER BY "t0"."id" ASC
