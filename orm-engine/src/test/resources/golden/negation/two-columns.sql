SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT ("t0"."bonus" = "t0"."salary" AND "t0"."bonus" IS NOT NULL AND "t0"."salary" IS NOT NULL)
ORDER BY "t0"."id" ASC
