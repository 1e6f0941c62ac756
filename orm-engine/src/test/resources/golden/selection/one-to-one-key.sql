SELECT "t0"."id", "t0"."product_id", "t0"."metadata", "t0"."extra"
FROM "shop_productmeta" "t0"
WHERE "t0"."product_id" = ?
-- [1]
