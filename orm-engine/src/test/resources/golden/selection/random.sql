SELECT "t0"."name"
FROM "shop_employee" "t0"
ORDER BY RANDOM() ASC
