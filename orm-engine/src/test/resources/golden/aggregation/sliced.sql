SELECT AVG("subquery"."__col1") AS "average"
FROM (SELECT "t0"."price" AS "__col1"
	FROM "shop_product" "t0"
	ORDER BY 1 DESC, "t0"."id" ASC
	LIMIT 3) "subquery"
