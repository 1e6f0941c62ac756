SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
FROM "shop_product" "t0"
WHERE "t0"."id" = ?
-- [1]
