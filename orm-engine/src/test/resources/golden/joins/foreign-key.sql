SELECT "t0"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
WHERE "t1"."name" = ? AND "t1"."description"::text LIKE ?::text AND "t0"."category_id" > ? AND "t1"."name"::text LIKE ?::text
ORDER BY "t0"."created_at" DESC
-- [Books, %a%, 1, B%]
