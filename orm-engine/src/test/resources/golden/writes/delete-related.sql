DELETE FROM "shop_review" AS "t0"
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "shop_review" "t0"
	INNER JOIN "shop_product" "t1" ON "t0"."product_id" = "t1"."id"
	INNER JOIN "shop_category" "t2" ON "t1"."category_id" = "t2"."id"
	WHERE "t2"."name" = ?)
-- [Books]
