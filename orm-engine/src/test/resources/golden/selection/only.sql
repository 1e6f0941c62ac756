SELECT "t0"."id", "t0"."name", "t0"."price"
FROM "shop_product" "t0"
ORDER BY "t0"."created_at" DESC
