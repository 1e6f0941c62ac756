SELECT "t0"."title"
FROM "shop_task" "t0"
ORDER BY "t0"."employee_id" DESC
