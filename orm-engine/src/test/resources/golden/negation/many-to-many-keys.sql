SELECT "t0"."slug"
FROM "shop_post" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "shop_post_tags" "u1"
	WHERE "u1"."tag_id" = ANY(?) AND "u1"."post_id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."created_at" DESC
-- [[1, 2]]
