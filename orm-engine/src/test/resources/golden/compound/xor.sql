SELECT "t0"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
WHERE ("t1"."name" = ? OR "t0"."price" < ?) AND 1 = MOD(CASE WHEN "t1"."name" = ? THEN 1 ELSE 0 END + CASE WHEN "t0"."price" < ? THEN 1 ELSE 0 END, 2)
ORDER BY "t0"."created_at" DESC
-- [Books, 20, Books, 20]
