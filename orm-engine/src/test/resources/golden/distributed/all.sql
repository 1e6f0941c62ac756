SELECT "t0"."plate"
FROM "truck" "t0"
INNER JOIN "trip" "t1" ON "t0"."id" = "t1"."truck_id" AND "t0"."depot_id" = "t1"."depot_id"
INNER JOIN "truck_passed" "t2" ON "t0"."id" = "t2"."truck_id" AND "t0"."depot_id" = "t2"."depot_id"
INNER JOIN "trip" "t3" ON "t2"."trip_id" = "t3"."id" AND "t2"."depot_id" = "t3"."depot_id"
WHERE "t1"."distance" > ? AND "t3"."distance" > ?
ORDER BY "t0"."id" ASC
-- [5, 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance", "t1"."id", "t1"."depot_id", "t1"."plate", "t1"."brand_id"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t0"."depot_id" = "t1"."depot_id"
ORDER BY "t0"."id" ASC

SELECT "t0"."plate"
FROM "truck" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "trip" "u1"
	WHERE "u1"."distance" > ? AND "u1"."truck_id" = "t0"."id" AND "t0"."depot_id" = "u1"."depot_id"
	LIMIT 1))
ORDER BY "t0"."id" ASC
-- [5]

SELECT "t0"."plate"
FROM "truck" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "truck_passed" "u1"
	INNER JOIN "trip" "u2" ON "u1"."trip_id" = "u2"."id" AND "u1"."depot_id" = "u2"."depot_id"
	INNER JOIN "truck" "u3" ON "u2"."truck_id" = "u3"."id" AND "u2"."depot_id" = "u3"."depot_id"
	WHERE "u3"."plate" = ? AND "u1"."truck_id" = "t0"."id" AND "t0"."depot_id" = "u1"."depot_id"
	LIMIT 1))
ORDER BY "t0"."id" ASC
-- [b]
