SELECT COUNT(*) AS "__count"
FROM (SELECT "t0"."supplier_id"
	FROM "shop_product" "t0"
	GROUP BY "t0"."supplier_id") "subquery"
