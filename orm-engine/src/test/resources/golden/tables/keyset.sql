SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at", "t0"."price" AS "__value11", "t0"."id" AS "__value12"
FROM "shop_product" "t0"
ORDER BY 11 DESC, 12 ASC
LIMIT 3

SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at", "t0"."price" AS "__value11", "t0"."id" AS "__value12"
FROM "shop_product" "t0"
WHERE "t0"."price" < ? OR ("t0"."price" = ? AND "t0"."id" > ?)
ORDER BY 11 DESC, 12 ASC
LIMIT 3
-- [999.99, 999.99, 2]
