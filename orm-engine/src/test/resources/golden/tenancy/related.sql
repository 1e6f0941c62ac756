SELECT "t0"."id", "t0"."company_id", "t0"."number", "t0"."client_id"
FROM "invoice" "t0"
WHERE "t0"."client_id" = ? AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
-- [1, 1]

SELECT COUNT(*) AS "__count"
FROM "topic" "t0"
INNER JOIN "subject" "t1" ON "t0"."id" = "t1"."topic_id" AND "t1"."company_id" = ?::bigint
WHERE "t1"."client_id" = ? AND "t0"."company_id" = ?::bigint
-- [1, 1, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
-- [[1], 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1]

SELECT "t0"."id", "t0"."company_id", "t0"."number", "t0"."client_id"
FROM "invoice" "t0"
WHERE "t0"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
-- [[1, 2], 1]

SELECT "t0"."id", "t0"."company_id", "t0"."amount", "t0"."invoice_id"
FROM "line" "t0"
WHERE "t0"."invoice_id" = ANY(?) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [[1, 2], 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t1"."client_id" AS "__value4"
FROM "topic" "t0"
INNER JOIN "subject" "t1" ON "t0"."id" = "t1"."topic_id" AND "t1"."company_id" = ?::bigint
WHERE "t1"."client_id" = ANY(?) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."name" ASC
-- [1, [1, 2], 1]
