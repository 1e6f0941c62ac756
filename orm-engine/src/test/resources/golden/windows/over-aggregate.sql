SELECT "t0"."name", COUNT("t1"."id") AS "size", RANK() OVER (ORDER BY COUNT("t1"."id") DESC) AS "place"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
GROUP BY "t0"."id"
