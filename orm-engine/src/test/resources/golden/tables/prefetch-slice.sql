SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
FROM "shop_product" "t0"
WHERE "t0"."id" <= ?
ORDER BY "t0"."created_at" DESC
-- [3]

SELECT "rows".*
FROM (SELECT UNNEST(?::bigint[]) AS "key") "owner" CROSS JOIN LATERAL (SELECT "t0"."id", "t0"."customer_id", "t0"."product_id", "t0"."rating", "t0"."comment", "t0"."created_at"
	FROM "shop_review" "t0"
	WHERE "t0"."product_id" = "owner"."key"
	ORDER BY "t0"."rating" DESC, "t0"."id" ASC
	LIMIT 2) "rows"
-- [[3, 2, 1]]
