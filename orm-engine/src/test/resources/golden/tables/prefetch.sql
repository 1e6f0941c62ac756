SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
FROM "shop_product" "t0"
WHERE "t0"."id" <= ?
ORDER BY "t0"."created_at" DESC
-- [3]

SELECT "t0"."id", "t0"."customer_id", "t0"."product_id", "t0"."rating", "t0"."comment", "t0"."created_at"
FROM "shop_review" "t0"
WHERE "t0"."product_id" = ANY(?)
-- [[3, 2, 1]]

SELECT "t0"."id", "t0"."name", "t1"."product_id" AS "__value3"
FROM "shop_tag" "t0"
INNER JOIN "shop_tag_products" "t1" ON "t0"."id" = "t1"."tag_id"
WHERE "t1"."product_id" = ANY(?)
-- [[3, 2, 1]]
