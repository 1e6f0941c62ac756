SELECT "t0"."name"
FROM "client" "t0"
INNER JOIN "client_interests" "t1" ON "t0"."id" = "t1"."client_id" AND "t1"."company_id" = ?::bigint
INNER JOIN "topic" "t2" ON "t1"."topic_id" = "t2"."id" AND "t2"."company_id" = ?::bigint
WHERE "t2"."name" = ? AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1, work, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t1"."client_id" AS "__value4"
FROM "topic" "t0"
INNER JOIN "client_interests" "t1" ON "t0"."id" = "t1"."topic_id" AND "t1"."company_id" = ?::bigint
WHERE "t1"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."name" ASC
-- [1, [1, 2], 1]

INSERT INTO "client_interests" ("client_id", "topic_id", "company_id") SELECT "v"."c0", "v"."c1", "v"."c2"
FROM unnest(?::int8[], ?::int8[], ?::int8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "n")
ORDER BY "v"."n" ON CONFLICT DO NOTHING
RETURNING "client_id", "topic_id", "company_id"
-- [[2], [1], [1]]

SELECT "t0"."id", "t0"."topic_id"
FROM "client_interests" "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."topic_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[2], [1], 1]

SELECT "t0"."id", "t0"."topic_id"
FROM "client_interests" "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[2], 1]

SELECT "t0"."id"
FROM "topic" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

SELECT "t0"."id"
FROM "topic" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

DELETE FROM "client_interests" AS "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."topic_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[2], [1], 1]

INSERT INTO "client_interests" ("client_id", "topic_id", "company_id") SELECT "v"."c0", "v"."c1", "v"."c2"
FROM unnest(?::int8[], ?::int8[], ?::int8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "n")
ORDER BY "v"."n" ON CONFLICT DO NOTHING
RETURNING "client_id", "topic_id", "company_id"
-- [[2], [1], [1]]

SELECT "t0"."id", "t0"."topic_id"
FROM "client_interests" "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[2], 1]

SELECT "t0"."id"
FROM "topic" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

DELETE FROM "client_interests" AS "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."topic_id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[2], [1], 1]
