SELECT "t0"."name", EXISTS(SELECT 1
	FROM "shop_review" "u0"
	WHERE "u0"."product_id" = "t0"."id"
	LIMIT 1) AS "reviewed"
FROM "shop_product" "t0"
WHERE "t0"."price" > ? OR EXISTS(SELECT 1
	FROM "shop_orderitem" "u0"
	WHERE "u0"."product_id" = "t0"."id"
	LIMIT 1)
ORDER BY "t0"."created_at" DESC
-- [1000]
