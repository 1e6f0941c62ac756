WITH RECURSIVE "chain" ("id", "depth") AS ((SELECT "t0"."id", ?::integer AS "depth"
		FROM "shop_employee" "t0"
		WHERE "t0"."manager_id" IS NULL)
	UNION ALL (SELECT "t0"."id", "chain"."depth" + ?::integer AS "depth"
		FROM "shop_employee" "t0"
		INNER JOIN "chain" "chain" ON "t0"."manager_id" = "chain"."id")) SELECT COUNT(*) AS "__count"
FROM "shop_employee" "t0"
INNER JOIN "chain" "chain" ON "t0"."id" = "chain"."id"
-- [0, 1]
