SELECT 1
FROM "shop_product" "t0"
ORDER BY "t0"."id" ASC
LIMIT 3
OFFSET ?
-- [2]
