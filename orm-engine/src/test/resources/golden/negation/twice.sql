SELECT "t0"."name"
FROM "shop_employee" "t0"
WHERE "t0"."bonus" = ?
ORDER BY "t0"."id" ASC
-- [5]
