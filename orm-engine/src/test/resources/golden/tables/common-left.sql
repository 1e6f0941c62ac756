WITH "means" ("category", "mean") AS (SELECT "t0"."category_id", AVG("t0"."price") AS "mean"
	FROM "shop_product" "t0"
	WHERE "t0"."is_active"
	GROUP BY "t0"."category_id") SELECT "t0"."name", "means"."mean" AS "mean"
FROM "shop_product" "t0"
LEFT OUTER JOIN "means" "means" ON "t0"."category_id" = "means"."category"
ORDER BY "t0"."created_at" DESC
