SELECT "t0"."slug"
FROM "shop_post" "t0"
INNER JOIN "shop_post_tags" "t1" ON "t0"."id" = "t1"."post_id"
INNER JOIN "shop_tag" "t2" ON "t1"."tag_id" = "t2"."id"
WHERE "t2"."name" = ? AND "t1"."tag_id" > ?
ORDER BY "t0"."created_at" DESC
-- [java, 0]
