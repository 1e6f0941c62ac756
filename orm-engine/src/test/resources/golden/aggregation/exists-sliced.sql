SELECT 1
FROM "shop_product" "t0"
LIMIT 3
OFFSET ?
-- [2]
