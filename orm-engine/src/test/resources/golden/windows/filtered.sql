SELECT "qualify"."c1", "qualify"."c2", "qualify"."c3", "qualify"."c4", "qualify"."c5", "qualify"."c6", "qualify"."c7", "qualify"."c8", "qualify"."c9", "qualify"."c10", "qualify"."c11" AS "position"
FROM (SELECT "t0"."id" AS "c1", "t0"."name" AS "c2", "t0"."description" AS "c3", "t0"."price" AS "c4", "t0"."stock_quantity" AS "c5", "t0"."category_id" AS "c6", "t0"."supplier_id" AS "c7", "t0"."is_active" AS "c8", "t0"."created_at" AS "c9", "t0"."updated_at" AS "c10", ROW_NUMBER() OVER (PARTITION BY "t0"."category_id" ORDER BY "t0"."price" DESC, "t0"."id" ASC) AS "c11"
	FROM "shop_product" "t0"
	WHERE "t0"."price" > ?) "qualify"
WHERE "qualify"."c11" <= ?
ORDER BY "qualify"."c9" DESC
-- [10, 2]
