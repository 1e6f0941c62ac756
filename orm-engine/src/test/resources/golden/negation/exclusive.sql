SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE ("t0"."bonus" = ? OR "t0"."title" = ?) AND 1 = MOD(CASE WHEN "t0"."bonus" = ? THEN 1 ELSE 0 END + CASE WHEN "t0"."title" = ? THEN 1 ELSE 0 END, 2)
ORDER BY "t0"."id" ASC
-- [5, CEO, 5, CEO]
