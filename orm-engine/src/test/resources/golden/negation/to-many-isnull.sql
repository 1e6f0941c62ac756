SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "shop_product" "u0"
	LEFT OUTER JOIN "shop_review" "u1" ON "u0"."id" = "u1"."product_id"
	WHERE "u1"."id" IS NULL AND "u0"."id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
