SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE "t0"."pages" <@ ?::int4range
-- [[1,300)]
