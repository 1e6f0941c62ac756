SELECT SUM("subquery"."__col1") AS "total"
FROM (SELECT DISTINCT "t0"."category_id", "t0"."stock_quantity", "t0"."stock_quantity" AS "__col1"
	FROM "shop_product" "t0") "subquery"
