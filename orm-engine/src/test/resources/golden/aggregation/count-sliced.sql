SELECT COUNT(*) AS "__count"
FROM (SELECT "t0"."id"
	FROM "shop_product" "t0"
	ORDER BY "t0"."id" ASC
	LIMIT 3
	OFFSET ?) "subquery"
-- [2]
