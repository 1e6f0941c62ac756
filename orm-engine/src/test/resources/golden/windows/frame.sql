SELECT "t0"."name", SUM("t0"."salary") OVER (PARTITION BY "t0"."department_id" ORDER BY "t0"."hired_on" ASC, "t0"."id" ASC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS "recent", AVG("t0"."salary") OVER (ORDER BY "t0"."id" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS "others"
FROM "shop_employee" "t0"
ORDER BY "t0"."name" ASC
