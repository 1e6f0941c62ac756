SELECT "t0"."slug"
FROM "shop_post" "t0"
INNER JOIN "shop_post_tags" "t1" ON "t0"."id" = "t1"."post_id"
WHERE "t1"."tag_id" = ANY(?)
ORDER BY "t0"."created_at" DESC
-- [[1, 2]]
