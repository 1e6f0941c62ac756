SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE "t0"."title"::text ~* ?::text
-- [^l]
