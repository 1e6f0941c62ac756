SELECT "qualify"."c1", "qualify"."c2"
FROM (SELECT "t0"."name" AS "c1", "t1"."name" AS "c2", ROW_NUMBER() OVER (PARTITION BY "t0"."category_id" ORDER BY "t0"."price" DESC, "t0"."id" ASC) AS "c3"
	FROM "shop_product" "t0"
	INNER JOIN "shop_category" "t1" ON "t0"."category_id" = "t1"."id"
	WHERE "t1"."name" > ?) "qualify"
WHERE "qualify"."c3" = ? OR "qualify"."c1"::text LIKE ?::text
ORDER BY "qualify"."c1" ASC
LIMIT 3
OFFSET ?
-- [A, 1, B%, 1]
