SELECT "t0"."id"
FROM "shop_user" "t0"
WHERE "t0"."id" = ?
-- [2]

SELECT "t0"."id"
FROM "shop_customer" "t0"
WHERE "t0"."user_id" = ANY(?)
-- [[2]]

SELECT "t0"."id"
FROM "shop_order" "t0"
WHERE "t0"."customer_id" = ANY(?)
-- [[2]]

SELECT "t0"."id"
FROM "shop_post" "t0"
WHERE "t0"."author_id" = ANY(?)
-- [[2]]

SELECT "t0"."id"
FROM "shop_comment" "t0"
WHERE "t0"."post_id" = ANY(?)
-- [[13, 15, 2, 21, 23, 26, 31, 32, 36, 4, 5]]

SELECT "t0"."id"
FROM "shop_comment" "t0"
WHERE "t0"."parent_id" = ANY(?)
-- [[10, 21, 27, 28, 29, 3, 34, 35, 41, 45, 46, 47, 48, 50, 55, 58]]

DELETE FROM "shop_orderitem" AS "t0"
WHERE "t0"."order_id" = ANY(?)
-- [[3, 4]]

DELETE FROM "shop_review" AS "t0"
WHERE "t0"."customer_id" = ANY(?)
-- [[2]]

DELETE FROM "shop_post_tags" AS "t0"
WHERE "t0"."post_id" = ANY(?)
-- [[13, 15, 2, 21, 23, 26, 31, 32, 36, 4, 5]]

UPDATE "shop_comment" AS "t0"
SET "author_id" = NULL
WHERE "t0"."author_id" = ANY(?)
-- [[2]]

UPDATE "shop_shipment" AS "t0"
SET "order_id" = NULL
WHERE "t0"."order_id" = ANY(?)
-- [[3, 4]]

DELETE FROM "shop_order" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[3, 4]]

DELETE FROM "shop_customer" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[2]]

DELETE FROM "shop_comment" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[10, 21, 27, 28, 29, 3, 34, 35, 41, 45, 46, 47, 48, 50, 55, 58]]

DELETE FROM "shop_post" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[13, 15, 2, 21, 23, 26, 31, 32, 36, 4, 5]]

DELETE FROM "shop_user" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[2]]
