SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT ("t0"."bonus" = ANY(?) AND "t0"."bonus" IS NOT NULL)
ORDER BY "t0"."id" ASC
-- [[1, 2]]
