UPDATE "shop_product" AS "t0"
SET "is_active" = ?
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "shop_product" "t0"
	INNER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id"
	WHERE "t1"."rating" < ?)
-- [false, 2]
