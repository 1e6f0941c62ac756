SELECT "t0"."hall", "t0"."number", "t0"."price"
FROM "shop_seat" "t0"
WHERE ("t0"."hall", "t0"."number") IN (SELECT UNNEST(?::varchar[]), UNNEST(?::integer[])) AND NOT ("t0"."price" > ? AND "t0"."price" IS NOT NULL)
-- [[A, B], [1, 2], 10]
