SELECT COUNT(*) AS "__count"
FROM "shop_seat" "t0"
WHERE ("t0"."hall", "t0"."number") > (?::varchar, ?::integer)
-- [A, 1]
