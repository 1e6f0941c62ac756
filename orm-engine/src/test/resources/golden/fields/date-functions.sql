SELECT "t0"."title", DATE_TRUNC('month', "t0"."starts_at" AT TIME ZONE 'UTC') AS "month", EXTRACT(WEEK FROM ("t0"."starts_at" AT TIME ZONE 'Asia/Tokyo')) AS "week"
FROM "shop_event" "t0"
