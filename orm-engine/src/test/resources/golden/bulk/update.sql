SELECT "t0"."id", "t0"."name", "t0"."email", "t0"."phone", "t0"."address", "t0"."rating"
FROM "shop_supplier" "t0"
ORDER BY "t0"."id" ASC
LIMIT 3

UPDATE "shop_supplier" AS "t"
SET "name" = "v"."c1", "rating" = "v"."c2"
FROM unnest((SELECT ?::int8[]), (SELECT ?::text[]), (SELECT ?::float8[])) AS "v" ("c0", "c1", "c2")
WHERE "t"."id" = "v"."c0"
-- [[1, 2, 3], [TechCorp, FashionHub, BookWorld], [1.0, 1.0, 1.0]]
