SELECT COUNT(*) AS "__count"
FROM (((SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
			FROM "shop_product" "t0"
			INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
			WHERE "t1"."name" = ?)
		UNION (SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
			FROM "shop_product" "t0"
			WHERE "t0"."price" < ?))
	EXCEPT (SELECT "t0"."id", "t0"."name", "t0"."description", "t0"."price", "t0"."stock_quantity", "t0"."category_id", "t0"."supplier_id", "t0"."is_active", "t0"."created_at", "t0"."updated_at"
		FROM "shop_product" "t0"
		INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
		WHERE "t1"."name" = ?
		ORDER BY "t0"."created_at" DESC
		LIMIT 1)) "subquery"
-- [Books, 20, Books]
