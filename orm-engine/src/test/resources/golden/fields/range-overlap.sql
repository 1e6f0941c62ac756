SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE "t0"."shown" && ?::daterange
-- [[2024-01-01,2024-06-01)]
