SELECT "t0"."content_ptr_id"
FROM "shop_page" "t0"
WHERE "t0"."published"
ORDER BY "t0"."content_ptr_id" ASC

UPDATE "shop_content" AS "t0"
SET "title" = ?
WHERE "t0"."id" IN (SELECT "t0"."content_ptr_id"
	FROM "shop_page" "t0"
	WHERE "t0"."content_ptr_id" = ANY(?))
-- [x, [6, 9, 18, 24]]

UPDATE "shop_page" AS "t0"
SET "body" = ?
WHERE "t0"."content_ptr_id" IN (SELECT "t0"."content_ptr_id"
	FROM "shop_page" "t0"
	WHERE "t0"."content_ptr_id" = ANY(?))
-- [y, [6, 9, 18, 24]]
