SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
ORDER BY "t0"."id" ASC

SELECT "t0"."id", "t0"."depot_id", "t0"."truck_id", "t0"."distance"
FROM "trip" "t0"
WHERE "t0"."truck_id" = ANY(?)
ORDER BY "t0"."id" ASC
-- [[1, 2, 3]]

UPDATE "truck" AS "t0"
SET "plate" = ?
WHERE "t0"."plate" = ?
-- [g, b]
