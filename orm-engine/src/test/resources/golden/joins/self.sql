SELECT "t0"."text"
FROM "shop_comment" "t0"
INNER JOIN "shop_comment" "t1" ON "t0"."parent_id" = "t1"."id"
INNER JOIN "shop_comment" "t2" ON "t1"."parent_id" = "t2"."id"
INNER JOIN "shop_user" "t3" ON "t2"."author_id" = "t3"."id"
INNER JOIN "shop_comment" "t4" ON "t0"."id" = "t4"."parent_id"
WHERE "t3"."username" = ? AND "t4"."score" > ?
-- [x, 1]
