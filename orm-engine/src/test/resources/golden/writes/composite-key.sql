UPDATE "shop_seat" AS "t0"
SET "price" = ?
WHERE ("t0"."hall", "t0"."number") = (?::varchar, ?::integer)
-- [5, A, 1]

DELETE FROM "shop_seat" AS "t0"
WHERE ("t0"."hall", "t0"."number") = (?::varchar, ?::integer)
-- [A, 1]
