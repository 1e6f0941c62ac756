SELECT DISTINCT "t1"."username", "t2"."rating"
FROM "shop_customer" "t0"
INNER JOIN "shop_user" "t1" ON "t0"."user_id" = "t1"."id"
LEFT OUTER JOIN "shop_review" "t2" ON "t0"."id" = "t2"."customer_id"
