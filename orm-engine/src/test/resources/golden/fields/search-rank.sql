SELECT "t0"."title", ts_rank(to_tsvector('english'::regconfig, COALESCE("t0"."title", '') || ' ' || COALESCE("t0"."body", '')), websearch_to_tsquery('english'::regconfig, ?::text)) AS "rank"
FROM "shop_article" "t0"
ORDER BY 2 DESC, "t0"."id" ASC
-- [data or sql]
