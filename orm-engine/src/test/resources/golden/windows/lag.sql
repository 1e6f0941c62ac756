SELECT "t0"."name", "t0"."price" - LAG("t0"."price", 1, ?::numeric) OVER (ORDER BY "t0"."id" ASC) AS "step"
FROM "shop_product" "t0"
ORDER BY "t0"."created_at" DESC
-- [0]
