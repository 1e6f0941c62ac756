SELECT "t0"."name", "t2"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_tag_products" "t1" ON "t0"."id" = "t1"."product_id"
INNER JOIN "shop_tag" "t2" ON "t1"."tag_id" = "t2"."id"
WHERE "t1"."tag_id" > ?
ORDER BY "t0"."created_at" DESC
-- [1]
