SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT ("t0"."bonus" IS NULL)
ORDER BY "t0"."id" ASC
