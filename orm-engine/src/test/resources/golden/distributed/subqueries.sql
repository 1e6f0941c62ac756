SELECT "t0"."plate"
FROM "truck" "t0"
WHERE EXISTS(SELECT 1
	FROM "trip" "u0"
	WHERE "u0"."truck_id" = "t0"."id" AND "u0"."depot_id" = ?::bigint
	LIMIT 1) AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1]

SELECT "t0"."plate"
FROM "truck" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "trip" "u1"
	WHERE "u1"."distance" > ? AND "u1"."truck_id" = "t0"."id" AND "u1"."depot_id" = ?::bigint
	LIMIT 1)) AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [5, 1, 1]

SELECT "t0"."distance"
FROM "trip" "t0"
WHERE "t0"."truck_id" IN (SELECT "u0"."id"
	FROM "truck" "u0"
	WHERE "u0"."plate" = ? AND "u0"."depot_id" = ?::bigint) AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [a, 1, 1]

SELECT COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "trip" "u0"
		WHERE "u0"."truck_id" = "t0"."id" AND "u0"."depot_id" = ?::bigint
		GROUP BY "u0"."truck_id"), ?::bigint) AS "n"
FROM "truck" "t0"
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 0, 1]

(SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
	FROM "truck" "t0"
	WHERE "t0"."plate" = ? AND "t0"."depot_id" = ?::bigint)
UNION (SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
	FROM "truck" "t0"
	WHERE "t0"."plate" = ? AND "t0"."depot_id" = ?::bigint)
ORDER BY 1 ASC
-- [a, 1, b, 1]

SELECT COUNT(*) AS "__count"
FROM (SELECT DISTINCT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
	FROM "truck" "t0"
	INNER JOIN "trip" "t1" ON "t0"."id" = "t1"."truck_id" AND "t1"."depot_id" = ?::bigint
	WHERE "t1"."distance" > ? AND "t0"."depot_id" = ?::bigint) "subquery"
-- [1, 1, 1]
