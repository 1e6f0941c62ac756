SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."created_at", COUNT("t1"."id") AS "size"
FROM "shop_category" "t0"
INNER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
WHERE "t1"."price" > ? AND NOT ("t0"."name" = ?)
GROUP BY "t0"."id"
HAVING COUNT("t1"."id") > ?
ORDER BY 5 DESC, "t0"."name" ASC
-- [10, Books, 1]
