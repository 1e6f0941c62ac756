SELECT "t1"."id", "t1"."title", "t1"."created_on", "t0"."content_ptr_id", "t0"."body", "t0"."published"
FROM "shop_page" "t0"
INNER JOIN "shop_content" "t1" ON "t0"."content_ptr_id" = "t1"."id"
WHERE "t1"."title"::text LIKE ?::text AND "t0"."published"
ORDER BY "t1"."title" ASC
-- [%a%]
