SELECT "t0"."hall", "t0"."number", "t0"."price"
FROM "shop_seat" "t0"
WHERE ("t0"."hall", "t0"."number") = (?::varchar, ?::integer)
ORDER BY "t0"."hall" DESC, "t0"."number" DESC
-- [A, 1]
