SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE ("t0"."keywords")[1] = ?
-- [java]
