UPDATE "shop_product" AS "t0"
SET "stock_quantity" = ?
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "shop_product" "t0"
	INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
	WHERE "t1"."name" = ?)
-- [0, Books]
