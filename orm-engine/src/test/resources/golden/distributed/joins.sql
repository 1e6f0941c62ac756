SELECT "t0"."plate"
FROM "truck" "t0"
INNER JOIN "trip" "t1" ON "t0"."id" = "t1"."truck_id" AND "t1"."depot_id" = ?::bigint
WHERE "t1"."distance" > ? AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 5, 1]

SELECT COUNT("t1"."trip_id") AS "number"
FROM "truck" "t0"
LEFT OUTER JOIN "truck_passed" "t1" ON "t0"."id" = "t1"."truck_id" AND "t1"."depot_id" = ?::bigint
WHERE "t0"."depot_id" = ?::bigint
GROUP BY "t0"."id"
-- [1, 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance", "t1"."id", "t1"."depot_id", "t1"."plate", "t1"."brand_id", "t2"."id", "t2"."name"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
INNER JOIN "brand" "t2" ON "t1"."brand_id" = "t2"."id"
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [1, 1]

SELECT "t0"."plate"
FROM "truck" "t0"
INNER JOIN "brand" "t1" ON "t0"."brand_id" = "t1"."id"
INNER JOIN "depot" "t2" ON "t0"."depot_id" = "t2"."id"
WHERE "t1"."name" = ? AND "t2"."name" = ? AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
-- [red, north, 1]

SELECT DISTINCT ON ("t0"."truck_id") "t0"."distance"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."truck_id" ASC, "t0"."distance" ASC
-- [1, 1]

SELECT "t1"."plate", SUM("t0"."distance") AS "column2"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
WHERE "t0"."depot_id" = ?::bigint
GROUP BY "t1"."plate"
-- [1, 1]
