SELECT "t0"."id", "t0"."title", "t0"."slug", "t0"."body", "t0"."author_id", "t0"."category_id", "t0"."views", "t0"."published", "t0"."featured", "t0"."created_at", "t0"."deleted_at"
FROM "shop_post" "t0"
WHERE "t0"."id" <= ?
ORDER BY "t0"."created_at" DESC
-- [3]

SELECT "t0"."id", "t0"."post_id", "t0"."author_id", "t0"."parent_id", "t0"."text", "t0"."score", "t0"."created_at"
FROM "shop_comment" "t0"
WHERE "t0"."post_id" = ANY(?)
-- [[3, 2, 1]]

SELECT "t0"."id", "t0"."username", "t0"."email", "t0"."first_name", "t0"."last_name", "t0"."is_active", "t0"."date_joined"
FROM "shop_user" "t0"
WHERE "t0"."id" = ANY(?)
-- [[5, 4]]
