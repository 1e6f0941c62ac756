SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT ("t0"."bonus" = ? AND "t0"."bonus" IS NOT NULL)
ORDER BY "t0"."id" ASC
-- [5]
