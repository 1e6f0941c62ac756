SELECT "t0"."name"
FROM "shop_employee" "t0"
ORDER BY "t0"."bonus" ASC NULLS FIRST, "t0"."title" DESC NULLS LAST
