SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."created_at", COUNT("t1"."id") AS "size"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
INNER JOIN "shop_product" "t2" ON "t0"."id" = "t2"."category_id"
WHERE "t2"."price" > ?
GROUP BY "t0"."id"
-- [10]
