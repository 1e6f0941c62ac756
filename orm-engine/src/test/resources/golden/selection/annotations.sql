SELECT "t0"."name", "t0"."salary" + COALESCE("t0"."bonus", ?::integer) AS "total", CASE WHEN "t0"."level" >= ? THEN ?::text WHEN "t0"."level" >= ? THEN ?::text ELSE ?::text END AS "grade"
FROM "shop_employee" "t0"
WHERE ("t0"."salary" + COALESCE("t0"."bonus", ?::integer)) > ?
ORDER BY 2 DESC, "t0"."name" ASC
-- [0, 5, senior, 3, middle, junior, 0, 1000]
