SELECT DISTINCT DATE_TRUNC('hour', "t0"."starts_at" AT TIME ZONE 'Europe/Paris') AS "datetimefield"
FROM "shop_event" "t0"
WHERE "t0"."starts_at" IS NOT NULL
ORDER BY 1 ASC
