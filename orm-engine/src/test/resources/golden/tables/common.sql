WITH "means" ("category", "mean") AS (SELECT "t0"."category_id", AVG("t0"."price") AS "mean"
	FROM "shop_product" "t0"
	WHERE "t0"."is_active"
	GROUP BY "t0"."category_id") SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
FROM "shop_product" "t0"
INNER JOIN "means" "means" ON "t0"."category_id" = "means"."category"
WHERE "t0"."price" > "means"."mean"
ORDER BY "t0"."created_at" DESC
