SELECT "t0"."product_id"
FROM "shop_productmeta" "t0"
WHERE "t0"."metadata" ??| ?
-- [[color, weight]]
