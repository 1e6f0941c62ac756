DELETE FROM "shop_review" AS "t0"
WHERE "t0"."rating" < ?
-- [2]
