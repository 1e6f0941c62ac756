SELECT "t0"."status"
FROM "shop_order" "t0"
INNER JOIN "shop_orderitem" "t1" ON "t0"."id" = "t1"."order_id"
INNER JOIN "shop_orderitem" "t2" ON "t0"."id" = "t2"."order_id"
WHERE "t1"."quantity" > ? AND "t2"."price" < ?
-- [1, 50]
