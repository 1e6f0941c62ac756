SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE EXTRACT(HOUR FROM "t0"."at") >= ?
-- [8]
