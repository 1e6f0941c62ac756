UPDATE "shop_product" AS "t0"
SET "description" = COALESCE((SELECT "u0"."comment"
		FROM "shop_review" "u0"
		WHERE "u0"."product_id" = "t0"."id"
		ORDER BY "u0"."id" DESC
		LIMIT 1), ?::text), "stock_quantity" = CASE WHEN "t0"."price" > ? THEN ?::integer ELSE "t0"."stock_quantity" END
-- [, 100, 1]
