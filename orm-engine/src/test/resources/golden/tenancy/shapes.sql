SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1]

SELECT "rows".*
FROM (SELECT UNNEST(?::bigint[]) AS "key") "owner" CROSS JOIN LATERAL (SELECT "t0"."id", "t0"."company_id", "t0"."number", "t0"."client_id"
	FROM "invoice" "t0"
	WHERE "t0"."client_id" = "owner"."key" AND "t0"."company_id" = ?::bigint
	ORDER BY "t0"."number" DESC
	LIMIT 2) "rows"
-- [[1, 2], 1]

(SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
	FROM "client" "t0"
	WHERE "t0"."name" = ? AND "t0"."company_id" = ?::bigint)
UNION (SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
	FROM "client" "t0"
	WHERE "t0"."name" = ? AND "t0"."company_id" = ?::bigint)
ORDER BY 1 ASC
-- [ann, 1, bob, 1]

SELECT "qualify"."c1"
FROM (SELECT "t0"."number" AS "c1", ROW_NUMBER() OVER (PARTITION BY "t0"."client_id" ORDER BY "t0"."number" ASC) AS "c2"
	FROM "invoice" "t0"
	WHERE "t0"."company_id" = ?::bigint) "qualify"
WHERE "qualify"."c2" = ?
ORDER BY "qualify"."c1" ASC
-- [1, 1]

SELECT DISTINCT ON ("t0"."client_id") "t0"."number"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."client_id" ASC, "t0"."number" ASC
-- [1, 1]

SELECT "t1"."name", SUM("t2"."amount") AS "column2"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
LEFT OUTER JOIN "line" "t2" ON "t0"."id" = "t2"."invoice_id" AND "t2"."company_id" = ?::bigint
WHERE "t0"."company_id" = ?::bigint
GROUP BY "t1"."name"
-- [1, 1, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [[1, 3], 1]

SELECT 1
FROM "client" "t0"
WHERE "t0"."name" = ? AND "t0"."company_id" = ?::bigint
LIMIT 1
-- [ann, 1]

SELECT COUNT(*) AS "__count"
FROM (SELECT DISTINCT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
	FROM "client" "t0"
	INNER JOIN "invoice" "t1" ON "t0"."id" = "t1"."client_id" AND "t1"."company_id" = ?::bigint
	WHERE "t1"."number" > ? AND "t0"."company_id" = ?::bigint) "subquery"
-- [1, 1, 1]
