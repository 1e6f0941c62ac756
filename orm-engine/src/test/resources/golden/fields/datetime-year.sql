SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE "t0"."starts_at" <= ?
-- [2024-12-31T23:59:59.999999Z]
