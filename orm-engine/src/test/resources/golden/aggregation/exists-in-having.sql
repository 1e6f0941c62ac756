SELECT COUNT(*) AS "__count"
FROM (SELECT "t0"."id"
	FROM "shop_post" "t0"
	LEFT OUTER JOIN "shop_comment" "t1" ON "t0"."id" = "t1"."post_id"
	INNER JOIN "shop_user" "t2" ON "t0"."author_id" = "t2"."id"
	LEFT OUTER JOIN "shop_customer" "t3" ON "t2"."id" = "t3"."user_id" CROSS JOIN LATERAL (SELECT EXISTS(SELECT 1
			FROM "shop_order" "u3"
			WHERE "u3"."status" = ? AND "u3"."customer_id" = "t3"."id"
			LIMIT 1) AS "g1") "grouped"
	GROUP BY "t0"."id", "grouped"."g1"
	HAVING NOT (SUM("t1"."score") >= ? OR "grouped"."g1")) "subquery"
-- [delivered, 2]

SELECT COUNT(*) AS "__count"
FROM (SELECT "t0"."id"
	FROM "shop_post" "t0"
	LEFT OUTER JOIN "shop_comment" "t1" ON "t0"."id" = "t1"."post_id"
	INNER JOIN "shop_user" "t2" ON "t0"."author_id" = "t2"."id"
	LEFT OUTER JOIN "shop_customer" "t3" ON "t2"."id" = "t3"."user_id"
	WHERE NOT (EXISTS(SELECT 1
		FROM "shop_order" "u3"
		WHERE "u3"."status" = ? AND "u3"."customer_id" = "t3"."id"
		LIMIT 1))
	GROUP BY "t0"."id"
	HAVING SUM("t1"."score") < ?) "subquery"
-- [delivered, 2]
