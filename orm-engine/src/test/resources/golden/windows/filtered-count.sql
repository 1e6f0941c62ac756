SELECT COUNT(*) AS "__count"
FROM (SELECT "qualify"."c1" AS "position"
	FROM (SELECT ROW_NUMBER() OVER (PARTITION BY "t0"."category_id" ORDER BY "t0"."price" DESC, "t0"."id" ASC) AS "c1"
		FROM "shop_product" "t0") "qualify"
	WHERE "qualify"."c1" = ?) "subquery"
-- [1]
