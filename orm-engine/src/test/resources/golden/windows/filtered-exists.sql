SELECT "qualify"."c1"
FROM (SELECT 1 AS "c1", ROW_NUMBER() OVER (PARTITION BY "t0"."category_id" ORDER BY "t0"."price" DESC, "t0"."id" ASC) AS "c2"
	FROM "shop_product" "t0") "qualify"
WHERE "qualify"."c2" = ?
LIMIT 1
-- [1]
