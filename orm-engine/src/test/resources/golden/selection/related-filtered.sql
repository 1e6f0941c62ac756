SELECT "t0"."id", "t0"."name", "t0"."capacity", "t0"."city_id", "t0"."backup_city_id", "t1"."id", "t1"."name", "t1"."population", "t1"."country_id"
FROM "shop_depot" "t0"
INNER JOIN "shop_city" "t1" ON "t0"."city_id" = "t1"."id"
WHERE "t1"."name" > ?
-- [A]
