SELECT "t0"."name"
FROM "shop_depot" "t0"
LEFT OUTER JOIN "shop_city" "t1" ON "t0"."city_id" = "t1"."id"
WHERE NOT ("t1"."name" = ? AND "t1"."name" IS NOT NULL)
-- [Paris]
