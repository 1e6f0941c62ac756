SELECT "t0"."title"
FROM "shop_task" "t0"
INNER JOIN "shop_employee" "t1" ON "t0"."employee_id" = "t1"."id"
ORDER BY "t1"."name" DESC, "t0"."due" ASC
