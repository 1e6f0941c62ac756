SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."name" = ? AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
FOR UPDATE
-- [ann, 1]

UPDATE "client" AS "t"
SET "name" = ?, "code" = ?, "tax" = ?
WHERE "t"."id" = ? AND "t"."company_id" = ?
-- [ann, a, 1, 1, 1]

UPDATE "client" AS "t"
SET "name" = "v"."c2"
FROM unnest((SELECT ?::int8[]), (SELECT ?::int8[]), (SELECT ?::text[])) AS "v" ("c0", "c1", "c2")
WHERE "t"."id" = "v"."c0" AND "t"."company_id" = "v"."c1"
-- [[1], [1], [ann]]

INSERT INTO "client" ("company_id", "name", "code", "tax") SELECT "v"."c0", "v"."c1", "v"."c2", "v"."c3"
FROM unnest(?::int8[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "c3", "n")
ORDER BY "v"."n" ON CONFLICT ("company_id", "code") DO UPDATE
SET "name" = EXCLUDED."name"
RETURNING "id"
-- [[1], [cid], [cid], [9]]

UPDATE "client" AS "t0"
SET "name" = ?
WHERE "t0"."name" = ? AND "t0"."company_id" = ?::bigint
-- [rob, bob, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."id" = ? AND "t0"."company_id" = ?::bigint
-- [1, 1]

SELECT "t0"."id"
FROM "invoice" "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

DELETE FROM "line" AS "t0"
WHERE "t0"."invoice_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1, 2], 1]

DELETE FROM "subject" AS "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

DELETE FROM "client_interests" AS "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

DELETE FROM "invoice" AS "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1, 2], 1]

DELETE FROM "client" AS "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]
