SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE to_tsvector(COALESCE("t0"."body", '')) @@ plainto_tsquery(?::text)
-- [database]
