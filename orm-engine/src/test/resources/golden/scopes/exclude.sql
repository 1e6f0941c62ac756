SELECT "t0"."name"
FROM "good" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "remark" "u1"
	WHERE "u1"."rating" > ? AND "u1"."good_id" = "t0"."id" AND NOT ("u1"."spam")
	LIMIT 1)) AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [4]
