UPDATE "shop_product" AS "t0"
SET "stock_quantity" = "t0"."stock_quantity" - ?::integer, "is_active" = ?
WHERE "t0"."id" = ?
-- [1, true, 1]
