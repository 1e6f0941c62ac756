SELECT DISTINCT "t0"."category_id"
FROM "shop_product" "t0"
ORDER BY "t0"."category_id" ASC
