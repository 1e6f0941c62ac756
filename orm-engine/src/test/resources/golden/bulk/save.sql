INSERT INTO "shop_supplier" ("name", "email", "phone", "address", "rating") VALUES (?, ?, ?, ?, ?)
RETURNING "id"
-- [S, , , , 3.5]

UPDATE "shop_supplier" AS "t"
SET "name" = ?, "email" = ?, "phone" = ?, "address" = ?, "rating" = ?
WHERE "t"."id" = ?
-- [T, , , , 3.5, 101]

UPDATE "shop_supplier" AS "t"
SET "name" = ?
WHERE "t"."id" = ?
-- [T, 101]

UPDATE "shop_supplier" AS "t0"
SET "name" = ?, "email" = ?, "phone" = ?, "address" = ?, "rating" = "t0"."rating" + ?::integer
WHERE "t0"."id" = ?::bigint
RETURNING "t0"."rating"
-- [T, , , , 1, 101]

SELECT "t0"."id"
FROM "shop_product" "t0"
WHERE "t0"."supplier_id" = ANY(?)
-- [[101]]

DELETE FROM "shop_supplier" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[101]]
