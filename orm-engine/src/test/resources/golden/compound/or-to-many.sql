SELECT DISTINCT "t0"."name", "t0"."created_at"
FROM "shop_product" "t0"
INNER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id"
LEFT OUTER JOIN "shop_tag_products" "t2" ON "t0"."id" = "t2"."product_id"
LEFT OUTER JOIN "shop_tag" "t3" ON "t2"."tag_id" = "t3"."id"
WHERE "t1"."rating" = ? OR ("t1"."rating" = ? AND "t3"."name" = ?)
ORDER BY "t0"."created_at" DESC
-- [5, 1, sale]
