SELECT SUM("t0"."price" * "t0"."quantity") AS "total", COUNT("t0"."id") FILTER (WHERE "t0"."quantity" > ?) AS "several"
FROM "shop_orderitem" "t0"
-- [1]
