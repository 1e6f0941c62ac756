SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE ("t0"."salary" * ?::integer) < ?
ORDER BY "t0"."name" ASC
-- [2, 5000]
