SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."created_at", COUNT("t1"."id") AS "size"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
GROUP BY "t0"."id", "t0"."name"::text
HAVING COUNT("t1"."id") > ? OR "t0"."name"::text LIKE ?::text
-- [3, B%]
