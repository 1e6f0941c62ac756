SELECT COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "trip" "u0"
		WHERE "u0"."truck_id" = "t0"."id" AND "t0"."depot_id" = "u0"."depot_id"
		GROUP BY "u0"."truck_id"), ?::bigint) AS "n"
FROM "truck" "t0"
ORDER BY "t0"."id" ASC
-- [0]

SELECT "t0"."plate"
FROM "truck" "t0"
WHERE EXISTS(SELECT 1
	FROM "trip" "u0"
	WHERE "u0"."truck_id" = "t0"."id" AND "t0"."depot_id" = "u0"."depot_id"
	LIMIT 1)
ORDER BY "t0"."id" ASC

SELECT "t0"."distance"
FROM "trip" "t0"
WHERE EXISTS(SELECT 1
	FROM "truck" "u0"
	WHERE "u0"."id" = "t0"."truck_id" AND "t0"."depot_id" = "u0"."depot_id"
	LIMIT 1)
ORDER BY "t0"."id" ASC

SELECT "t0"."distance"
FROM "trip" "t0"
WHERE EXISTS(SELECT 1
	FROM "trip" "u0"
	WHERE "u0"."truck_id" = "t0"."truck_id" AND "t0"."depot_id" = "u0"."depot_id" AND "u0"."distance" > ?
	LIMIT 1)
ORDER BY "t0"."id" ASC
-- [5]

SELECT (SELECT "u0"."distance"
	FROM "trip" "u0"
	WHERE "u0"."truck_id" = "t0"."id" AND "t0"."depot_id" = "u0"."depot_id"
	ORDER BY "u0"."id" ASC
	LIMIT 1) AS "first"
FROM "truck" "t0"
ORDER BY "t0"."id" ASC
