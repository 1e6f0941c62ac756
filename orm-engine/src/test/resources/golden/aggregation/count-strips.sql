SELECT COUNT(*) AS "__count"
FROM "shop_category" "t0"
