SELECT "t1"."name", AVG("t0"."price") AS "average"
FROM "shop_product" "t0"
INNER JOIN "shop_supplier" "t1" ON "t0"."supplier_id" = "t1"."id"
GROUP BY "t1"."name"
ORDER BY "t1"."name" ASC
