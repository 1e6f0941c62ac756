(SELECT 1
	FROM "shop_product" "t0"
	INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
	WHERE "t1"."name" = ?)
UNION (SELECT 1
	FROM "shop_product" "t0"
	WHERE "t0"."price" < ?)
LIMIT 1
-- [Books, 20]
