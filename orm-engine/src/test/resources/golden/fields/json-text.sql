SELECT "t0"."product_id"
FROM "shop_productmeta" "t0"
WHERE UPPER(("t0"."metadata" ->> ?::text)::text) LIKE UPPER(?::text)
-- [color, %r%]
