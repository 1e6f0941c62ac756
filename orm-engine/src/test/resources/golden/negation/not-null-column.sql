SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT ("t0"."level" = ?)
ORDER BY "t0"."id" ASC
-- [5]
