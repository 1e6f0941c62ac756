SELECT COUNT(*) AS "__count"
FROM (SELECT "t0"."id"
	FROM "shop_category" "t0"
	LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
	GROUP BY "t0"."id"
	HAVING COUNT("t1"."id") > ?) "subquery"
-- [1]
