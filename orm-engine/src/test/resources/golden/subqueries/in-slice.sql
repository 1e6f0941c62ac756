SELECT "t0"."id"
FROM "shop_review" "t0"
WHERE "t0"."product_id" IN (SELECT "u0"."id"
	FROM "shop_product" "u0"
	ORDER BY "u0"."price" DESC, "u0"."id" ASC
	LIMIT 3)
