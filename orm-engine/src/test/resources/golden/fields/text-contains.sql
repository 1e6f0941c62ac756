SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE "t0"."title"::text LIKE ?::text
-- [%100\%\_\\%]
