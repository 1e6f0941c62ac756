SELECT "t0"."phone", (SELECT "u0"."total_amount"
	FROM "shop_order" "u0"
	WHERE "u0"."customer_id" = "t0"."id"
	ORDER BY "u0"."order_date" DESC
	LIMIT 1) AS "lastTotal"
FROM "shop_customer" "t0"
