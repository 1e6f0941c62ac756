SELECT "t0"."name"
FROM "shop_category" "t0"
WHERE (SELECT "u0"."price"
	FROM "shop_product" "u0"
	WHERE "u0"."category_id" = "t0"."id"
	ORDER BY "u0"."price" DESC, "u0"."id" ASC
	LIMIT ?) > ?
ORDER BY (SELECT "u0"."price"
	FROM "shop_product" "u0"
	WHERE "u0"."category_id" = "t0"."id"
	ORDER BY "u0"."price" DESC, "u0"."id" ASC
	LIMIT ?) DESC, "t0"."name" ASC
-- [1, 100, 1]
