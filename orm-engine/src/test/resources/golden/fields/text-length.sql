SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE LENGTH("t0"."title") > ?
-- [4]
