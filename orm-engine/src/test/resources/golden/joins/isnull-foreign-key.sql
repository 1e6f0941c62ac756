SELECT "t0"."name"
FROM "shop_city" "t0"
WHERE "t0"."country_id" IS NULL
