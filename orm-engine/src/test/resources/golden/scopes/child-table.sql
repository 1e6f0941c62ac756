SELECT "t0"."size"
FROM "bundle" "t0"
INNER JOIN "good" "t1" ON "t0"."good_ptr_id" = "t1"."id"
WHERE "t0"."size" < ? AND EXISTS(SELECT 1
	FROM "good" "u0"
	WHERE "u0"."id" = "t0"."good_ptr_id" AND NOT ("u0"."hidden")
	LIMIT 1)
ORDER BY "t1"."name" ASC
-- [100]
