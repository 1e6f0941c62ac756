SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
FROM "shop_product" "t0"
INNER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id"
WHERE "t0"."id" = ? AND "t1"."rating" = ?
ORDER BY "t0"."created_at" DESC
LIMIT 1
-- [1, 5]
