UPDATE "good" AS "t0"
SET "price" = ?
WHERE "t0"."name" = ? AND NOT ("t0"."hidden")
-- [1, saw]

UPDATE "good" AS "t0"
SET "price" = ?
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "good" "t0"
	INNER JOIN "remark" "t1" ON "t0"."id" = "t1"."good_id" AND NOT ("t1"."spam")
	WHERE "t1"."rating" > ? AND NOT ("t0"."hidden"))
-- [1, 4]

DELETE FROM "remark" AS "t0"
WHERE "t0"."rating" > ? AND NOT ("t0"."spam")
-- [4]
