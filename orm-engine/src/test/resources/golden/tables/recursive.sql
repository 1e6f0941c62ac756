WITH RECURSIVE "chain" ("id", "depth") AS ((SELECT "t0"."id", ?::integer AS "depth"
		FROM "shop_employee" "t0"
		WHERE "t0"."manager_id" IS NULL)
	UNION (SELECT "t0"."id", "chain"."depth" + ?::integer AS "depth"
		FROM "shop_employee" "t0"
		INNER JOIN "chain" "chain" ON "t0"."manager_id" = "chain"."id")) SELECT "t0"."id", "t0"."name", "t0"."title", "t0"."email", "t0"."salary", "t0"."bonus", "t0"."level", "t0"."hired_on", "t0"."remote", "t0"."manager_id", "t0"."department_id", "chain"."depth" AS "depth"
FROM "shop_employee" "t0"
INNER JOIN "chain" "chain" ON "t0"."id" = "chain"."id"
ORDER BY 12 ASC, "t0"."id" ASC
-- [0, 1]
