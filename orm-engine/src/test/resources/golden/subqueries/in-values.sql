SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE "t0"."name" IN (SELECT "u0"."comment"
	FROM "shop_review" "u0"
	WHERE "u0"."rating" = ?)
ORDER BY "t0"."created_at" DESC
-- [5]
