SELECT DISTINCT DATE_TRUNC('month', "t0"."day")::date AS "datefield"
FROM "shop_event" "t0"
WHERE "t0"."day" IS NOT NULL
ORDER BY 1 DESC
