SELECT "t0"."id", "t0"."title", "t0"."slug", "t0"."body", "t0"."author_id", "t0"."category_id", "t0"."views", "t0"."published", "t0"."featured", "t0"."created_at", "t0"."deleted_at"
FROM "shop_post" "t0"
WHERE "t0"."id" <= ?
ORDER BY "t0"."created_at" DESC
-- [3]

SELECT "rows".*
FROM (SELECT UNNEST(?::bigint[]) AS "key") "owner" CROSS JOIN LATERAL (SELECT "t0"."id", "t0"."name", "t1"."post_id" AS "__value3"
	FROM "shop_tag" "t0"
	INNER JOIN "shop_post_tags" "t1" ON "t0"."id" = "t1"."tag_id"
	WHERE "t1"."post_id" = "owner"."key"
	ORDER BY "t0"."name" ASC
	LIMIT 2
	OFFSET ?) "rows"
-- [[3, 2, 1], 1]
