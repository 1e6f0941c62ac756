SELECT "t0"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
WHERE "t1"."name" = ? OR "t0"."price" < ?
ORDER BY "t0"."created_at" DESC
-- [Books, 20]
