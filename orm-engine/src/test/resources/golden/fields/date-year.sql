SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE "t0"."day" BETWEEN ? AND ?
-- [2024-01-01, 2024-12-31]
