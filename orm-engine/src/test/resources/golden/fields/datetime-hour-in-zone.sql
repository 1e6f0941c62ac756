SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE EXTRACT(HOUR FROM ("t0"."starts_at" AT TIME ZONE 'Europe/Paris')) = ? AND "t0"."starts_at" >= ?
-- [9, 2023-12-31T23:00:00Z]
