UPDATE "shop_depot" AS "t0"
SET "city_id" = NULL, "backup_city_id" = ?
WHERE "t0"."city_id" IS NOT NULL
-- [1]
