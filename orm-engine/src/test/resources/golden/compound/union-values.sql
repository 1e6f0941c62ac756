(SELECT "t0"."name", ?::text AS "kind"
	FROM "shop_category" "t0")
UNION (SELECT "t0"."name", ?::text AS "kind"
	FROM "shop_supplier" "t0")
ORDER BY 2 ASC, 1 ASC
-- [category, supplier]
