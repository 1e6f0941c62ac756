SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE "t0"."starts_at" > ?
-- [2024-01-01T00:00:00Z]
