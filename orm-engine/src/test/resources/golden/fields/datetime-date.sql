SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE ("t0"."starts_at" AT TIME ZONE 'UTC')::date = ?
-- [2024-01-15]
