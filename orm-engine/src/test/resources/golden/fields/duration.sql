SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE ("t0"."starts_at" + "t0"."length") > "t0"."ends_at"
