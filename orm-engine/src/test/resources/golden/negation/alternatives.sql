SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE NOT (("t0"."bonus" = ? AND "t0"."bonus" IS NOT NULL) OR ("t0"."title" = ? AND "t0"."title" IS NOT NULL))
ORDER BY "t0"."id" ASC
-- [5, CEO]
