SELECT "t0"."name"
FROM "shop_depot" "t0"
INNER JOIN "shop_city" "t1" ON "t0"."city_id" = "t1"."id"
WHERE "t1"."name" = ? OR "t1"."population" > ?
-- [Paris, 1]
