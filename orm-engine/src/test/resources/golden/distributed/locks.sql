SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."plate" = ? AND "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
FOR UPDATE SKIP LOCKED
-- [a, 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance", "t1"."id", "t1"."depot_id", "t1"."plate", "t1"."brand_id"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
WHERE "t0"."depot_id" = ?::bigint
ORDER BY "t0"."id" ASC
FOR UPDATE
-- [1, 1]
