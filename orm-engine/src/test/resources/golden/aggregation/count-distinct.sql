SELECT COUNT(*) AS "__count"
FROM (SELECT DISTINCT "t0"."category_id"
	FROM "shop_product" "t0") "subquery"
