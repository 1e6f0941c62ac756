SELECT "t0"."id", "t0"."name", "t1"."id", "t1"."customer_id", "t1"."product_id", "t1"."rating", "t1"."comment", "t1"."created_at", "t2"."id", "t2"."user_id", "t2"."phone", "t2"."address", "t2"."date_of_birth"
FROM "shop_product" "t0"
LEFT OUTER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id" AND "t1"."rating" >= ?
LEFT OUTER JOIN "shop_customer" "t2" ON "t1"."customer_id" = "t2"."id"
ORDER BY "t0"."id" ASC
-- [4]
