SELECT "t0"."name"
FROM "client" "t0"
INNER JOIN "invoice" "t1" ON "t0"."id" = "t1"."client_id" AND "t1"."company_id" = ?::bigint
INNER JOIN "line" "t2" ON "t1"."id" = "t2"."invoice_id" AND "t2"."company_id" = ?::bigint
WHERE "t2"."amount" > ? AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1, 5, 1]

SELECT COUNT("t1"."topic_id") AS "number"
FROM "client" "t0"
LEFT OUTER JOIN "subject" "t1" ON "t0"."id" = "t1"."client_id" AND "t1"."company_id" = ?::bigint
WHERE "t0"."company_id" = ?::bigint
GROUP BY "t0"."id"
-- [1, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."number", "t0"."client_id", "t1"."id", "t1"."company_id", "t1"."name", "t1"."code", "t1"."tax"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
-- [1, 1]

SELECT "t0"."number"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
WHERE "t1"."name" = ? AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
-- [1, ann, 1]
