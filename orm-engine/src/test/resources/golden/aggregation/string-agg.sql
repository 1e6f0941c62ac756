SELECT "t0"."name", STRING_AGG("t1"."name", ?::text ORDER BY "t1"."name" ASC) AS "names"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
GROUP BY "t0"."id"
-- [, ]
