SELECT "t0"."name"
FROM "client" "t0"
WHERE EXISTS(SELECT 1
	FROM "invoice" "u0"
	WHERE "u0"."client_id" = "t0"."id" AND "u0"."company_id" = ?::bigint
	LIMIT 1) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1]

SELECT "t0"."name"
FROM "client" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "invoice" "u1"
	WHERE "u1"."number" > ? AND "u1"."client_id" = "t0"."id" AND "u1"."company_id" = ?::bigint
	LIMIT 1)) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1, 1]

SELECT "t0"."number"
FROM "invoice" "t0"
WHERE "t0"."client_id" IN (SELECT "u0"."id"
	FROM "client" "u0"
	WHERE "u0"."name" = ? AND "u0"."company_id" = ?::bigint) AND "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
-- [ann, 1, 1]

SELECT COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "invoice" "u0"
		WHERE "u0"."client_id" = "t0"."id" AND "u0"."company_id" = ?::bigint
		GROUP BY "u0"."client_id"), ?::bigint) AS "number"
FROM "client" "t0"
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 0, 1]
