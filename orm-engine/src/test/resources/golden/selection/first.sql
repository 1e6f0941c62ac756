SELECT "t0"."id", "t0"."name", "t0"."capacity", "t0"."city_id", "t0"."backup_city_id"
FROM "shop_depot" "t0"
ORDER BY "t0"."id" ASC
LIMIT 1
