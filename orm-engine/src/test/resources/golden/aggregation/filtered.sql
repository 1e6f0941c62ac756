SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."created_at", COUNT("t1"."id") FILTER (WHERE "t1"."price" > ?) AS "expensive", COUNT(DISTINCT "t1"."supplier_id") AS "suppliers"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
GROUP BY "t0"."id"
-- [100]
