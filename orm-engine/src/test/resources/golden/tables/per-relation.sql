SELECT "t0"."id", "t0"."title", "t0"."slug", "t0"."body", "t0"."author_id", "t0"."category_id", "t0"."views", "t0"."published", "t0"."featured", "t0"."created_at", "t0"."deleted_at", COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "shop_tag" "u0"
		INNER JOIN "shop_post_tags" "u1" ON "u0"."id" = "u1"."tag_id"
		WHERE "u1"."post_id" = "t0"."id"
		GROUP BY "u1"."post_id"), ?::bigint) AS "tagCount", COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "shop_comment" "u0"
		WHERE "u0"."post_id" = "t0"."id"
		GROUP BY "u0"."post_id"), ?::bigint) AS "commentCount"
FROM "shop_post" "t0"
ORDER BY "t0"."id" ASC
-- [0, 0]
