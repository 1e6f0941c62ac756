SELECT "t0"."name"
FROM "shop_product" "t0"
INNER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id"
WHERE "t1"."rating" >= ? AND NOT (EXISTS(SELECT 1
	FROM "shop_review" "u1"
	WHERE "u1"."rating" = ? AND "u1"."id" = "t1"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
-- [4, 5]
