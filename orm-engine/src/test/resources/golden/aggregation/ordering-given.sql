SELECT "t0"."category_id", COUNT(*) AS "n"
FROM "shop_product" "t0"
GROUP BY "t0"."category_id", "t0"."stock_quantity"
ORDER BY "t0"."stock_quantity" ASC
