(SELECT "t0"."name", "t0"."created_at" AS "__orderby_1"
	FROM "shop_product" "t0"
	INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
	WHERE "t1"."name" = ?)
INTERSECT (SELECT "t0"."name", "t0"."created_at" AS "__orderby_1"
	FROM "shop_product" "t0"
	WHERE "t0"."price" < ?)
ORDER BY 2 DESC
-- [Books, 20]
