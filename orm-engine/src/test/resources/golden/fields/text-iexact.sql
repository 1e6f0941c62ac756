SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE UPPER("t0"."title"::text) = UPPER(?::text)
-- [Launch]
