SELECT "t0"."metadata" -> ?::text AS "metadata__color", "t0"."metadata" #> ?::text[] AS "metadata__size__0"
FROM "shop_productmeta" "t0"
ORDER BY 1 ASC, "t0"."id" ASC
-- [color, [size, 0]]
