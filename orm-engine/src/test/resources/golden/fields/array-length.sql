SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE CASE WHEN "t0"."keywords" IS NULL THEN NULL ELSE COALESCE(ARRAY_LENGTH("t0"."keywords", 1), 0) END >= ?
-- [2]
