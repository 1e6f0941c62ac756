SELECT "t0"."title"
FROM "shop_article" "t0"
WHERE ISEMPTY("t0"."pages")
