SELECT "t0"."name"
FROM "shop_category" "t0"
WHERE EXISTS(SELECT 1
	FROM "shop_product" "u0"
	WHERE "u0"."category_id" = "t0"."id" AND EXISTS(SELECT 1
		FROM "shop_review" "v0"
		WHERE "v0"."product_id" = "u0"."id" AND "v0"."comment"::text LIKE ('%' || REPLACE(REPLACE(REPLACE("t0"."name", E'\\', E'\\\\'), '%', E'\\%'), '_', E'\\_') || '%')
		LIMIT 1)
	LIMIT 1)
