SELECT "t0"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id" AND "t1"."rating" >= ?
WHERE "t1"."comment"::text LIKE ?::text
ORDER BY "t1"."rating" ASC, "t0"."id" ASC
-- [4, %e%]
