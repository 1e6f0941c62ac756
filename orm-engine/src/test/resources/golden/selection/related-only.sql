SELECT "t0"."id", "t0"."name", "t0"."category_id", "t1"."id", "t1"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
ORDER BY "t0"."created_at" DESC
