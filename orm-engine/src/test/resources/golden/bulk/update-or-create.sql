SELECT "t0"."id", "t0"."name", "t0"."email", "t0"."phone", "t0"."address", "t0"."rating"
FROM "shop_supplier" "t0"
WHERE "t0"."name" = ?
LIMIT 21
FOR UPDATE
-- [TechCorp]

UPDATE "shop_supplier" AS "t"
SET "rating" = ?
WHERE "t"."id" = ?
-- [2.5, 1]
