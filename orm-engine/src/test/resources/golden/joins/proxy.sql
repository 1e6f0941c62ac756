SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE "t0"."price" > ?
ORDER BY "t0"."price" DESC
-- [100]
