SELECT "t0"."id"
FROM "shop_post" "t0"
WHERE "t0"."id" = ANY(?)
-- [[1, 2]]

SELECT "t0"."id"
FROM "shop_comment" "t0"
WHERE "t0"."post_id" = ANY(?)
-- [[1, 2]]

SELECT "t0"."id"
FROM "shop_comment" "t0"
WHERE "t0"."parent_id" = ANY(?)
-- [[3, 30, 58]]

DELETE FROM "shop_post_tags" AS "t0"
WHERE "t0"."post_id" = ANY(?)
-- [[1, 2]]

DELETE FROM "shop_comment" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[3, 30, 58]]

DELETE FROM "shop_post" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[1, 2]]
