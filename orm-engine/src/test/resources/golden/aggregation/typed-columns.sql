SELECT "t1"."name", COUNT(*) AS "column2", SUM("t0"."stock_quantity") AS "column3"
FROM "shop_product" "t0"
INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
GROUP BY "t1"."name"
