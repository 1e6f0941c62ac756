SELECT "t0"."id", "t0"."name", "t0"."title", "t0"."email", "t0"."salary", "t0"."bonus", "t0"."level", "t0"."hired_on", "t0"."remote", "t0"."manager_id", "t0"."department_id", "t0"."title" AS "__value12", "t0"."level" AS "__value13", "t0"."id" AS "__value14"
FROM "shop_employee" "t0"
ORDER BY 12 ASC, 13 DESC, 14 ASC
LIMIT 3

SELECT "t0"."id", "t0"."name", "t0"."title", "t0"."email", "t0"."salary", "t0"."bonus", "t0"."level", "t0"."hired_on", "t0"."remote", "t0"."manager_id", "t0"."department_id", "t0"."title" AS "__value12", "t0"."level" AS "__value13", "t0"."id" AS "__value14"
FROM "shop_employee" "t0"
WHERE "t0"."title" > ? OR "t0"."title" IS NULL OR ("t0"."title" = ? AND "t0"."level" < ?) OR ("t0"."title" = ? AND "t0"."level" = ? AND "t0"."id" > ?)
ORDER BY 12 ASC, 13 DESC, 14 ASC
LIMIT 3
-- [, , 5, , 5, 13]
