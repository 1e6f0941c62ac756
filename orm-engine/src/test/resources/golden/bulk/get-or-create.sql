SELECT "t0"."id", "t0"."name"
FROM "shop_tag" "t0"
WHERE "t0"."name" = ?
LIMIT 21
-- [unheard of]

INSERT INTO "shop_tag" ("name") VALUES (?)
RETURNING "id"
-- [unheard of]

SELECT "t0"."id", "t0"."name"
FROM "shop_tag" "t0"
WHERE "t0"."name" = ?
LIMIT 21
-- [unheard of]
