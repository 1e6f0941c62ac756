SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance"
FROM "trip" "t0"
WHERE "t0"."truck_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [[1, 2], 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance", "t1"."truck_id" AS "__value5"
FROM "trip" "t0"
INNER JOIN "truck_passed" "t1" ON "t0"."id" = "t1"."trip_id" AND "t1"."depot_id" = ?::bigint
WHERE "t1"."truck_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, [1, 2], 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1]

SELECT "rows".*
FROM (SELECT UNNEST(?::bigint[]) AS "key") "owner" CROSS JOIN LATERAL (SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance"
	FROM "trip" "t0"
	WHERE "t0"."truck_id" = "owner"."key" AND "t0"."depot_id" = ?::bigint
	ORDER BY "t0"."distance" DESC
	LIMIT 2) "rows"
-- [[1, 2], 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance"
FROM "trip" "t0"
WHERE "t0"."truck_id" = ? AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance"
FROM "trip" "t0"
WHERE "t0"."id" = ? AND "t0"."depot_id" = ?::bigint
-- [1, 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], 1]
