SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE "t0"."category_id" IN (SELECT "u0"."id"
	FROM "shop_category" "u0"
	WHERE "u0"."name"::text LIKE ?::text)
ORDER BY "t0"."created_at" DESC
-- [B%]
