SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE ("t0"."ends_at" - "t0"."starts_at") > ?
-- [PT1H]
