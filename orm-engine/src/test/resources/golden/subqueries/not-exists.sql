SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "shop_review" "u0"
	WHERE "u0"."product_id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
