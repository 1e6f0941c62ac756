SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "shop_review" "u1"
	WHERE "u1"."rating" = ? AND "u1"."product_id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
-- [5]
