SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE NOT ("t0"."id" IN (SELECT "u0"."product_id"
	FROM "shop_review" "u0"))
ORDER BY "t0"."created_at" DESC
