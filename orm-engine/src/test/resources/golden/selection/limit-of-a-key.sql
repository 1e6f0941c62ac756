SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at", "t1"."id", "t1"."name", "t1"."description", "t1"."created_at"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
WHERE "t0"."id" = ?
ORDER BY "t0"."created_at" DESC
-- [1]
