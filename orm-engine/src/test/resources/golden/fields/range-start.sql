SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE LOWER("t0"."pages") >= ?
-- [3]
