SELECT "t0"."name"
FROM "shop_category" "t0"
WHERE (SELECT "u0"."price"
	FROM "shop_product" "u0"
	WHERE "u0"."category_id" = "t0"."id"
	ORDER BY "u0"."price" DESC, "u0"."id" ASC
	LIMIT 1) > ?
ORDER BY (SELECT "u0"."price"
	FROM "shop_product" "u0"
	WHERE "u0"."category_id" = "t0"."id"
	ORDER BY "u0"."price" DESC, "u0"."id" ASC
	LIMIT 1) DESC, "t0"."name" ASC
-- [100]
