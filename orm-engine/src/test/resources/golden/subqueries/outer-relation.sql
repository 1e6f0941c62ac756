SELECT "t0"."id"
FROM "shop_orderitem" "t0"
INNER JOIN "shop_order" "t2" ON "t0"."order_id" = "t2"."id"
WHERE EXISTS(SELECT 1
	FROM "shop_review" "u0"
	WHERE "u0"."product_id" = "t0"."product_id" AND "u0"."customer_id" = "t2"."customer_id"
	LIMIT 1)
