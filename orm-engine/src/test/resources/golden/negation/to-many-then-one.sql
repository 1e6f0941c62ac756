SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "shop_review" "u1"
	INNER JOIN "shop_customer" "u2" ON "u1"."customer_id" = "u2"."id"
	INNER JOIN "shop_user" "u3" ON "u2"."user_id" = "u3"."id"
	WHERE "u3"."username" = ? AND "u1"."product_id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
-- [x]
