SELECT COALESCE(SUM("t0"."price"), ?::numeric) AS "total"
FROM "shop_product" "t0"
WHERE "t0"."id" < ?
-- [0, 0]
