INSERT INTO "truck" ("depot_id", "plate", "brand_id") VALUES (?, ?, ?)
RETURNING "id"
-- [1, c, 1]

UPDATE "truck" AS "t"
SET "plate" = ?, "brand_id" = ?
WHERE "t"."id" = ? AND "t"."depot_id" = ?
-- [a, 1, 1, 1]

WITH "k" AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence('"truck"', 'id')) AS "key", "v".*
	FROM unnest(?::int8[], ?::text[], ?::int8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "n")), "i" AS (INSERT INTO "truck" ("id", "depot_id", "plate", "brand_id") OVERRIDING SYSTEM VALUE SELECT "k"."key", "k"."c0", "k"."c1", "k"."c2" FROM "k" ORDER BY "k"."n" RETURNING "id") SELECT "k"."n", "i"."id"
FROM "k"
INNER JOIN "i" ON "i"."id" = "k"."key"
-- [[1, 1], [d, e], [1, 1]]

WITH "k" AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence('"truck"', 'id')) AS "key", "v".*
	FROM unnest(?::int8[], ?::text[], ?::int8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "n")), "i" AS (INSERT INTO "truck" ("id", "depot_id", "plate", "brand_id") OVERRIDING SYSTEM VALUE SELECT "k"."key", "k"."c0", "k"."c1", "k"."c2" FROM "k" ORDER BY "k"."n" ON CONFLICT ("depot_id", "plate") DO UPDATE SET "brand_id" = EXCLUDED."brand_id" RETURNING "id", "depot_id", "plate") SELECT "k"."n", "i"."id"
FROM "k"
INNER JOIN "i" ON "i"."depot_id" = "k"."c0" AND "i"."plate" = "k"."c1"
-- [[1], [a], [1]]

UPDATE "truck" AS "t"
SET "plate" = "v"."c2"
FROM unnest((SELECT ?::int8[]), (SELECT ?::int8[]), (SELECT ?::text[])) AS "v" ("c0", "c1", "c2")
WHERE "t"."id" = "v"."c0" AND "t"."depot_id" = "v"."c1"
-- [[1], [1], [a]]

SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."plate" = ? AND "t0"."depot_id" = ?::bigint
LIMIT 21
-- [f, 1]

INSERT INTO "truck" ("depot_id", "plate", "brand_id") VALUES (?, ?, ?)
RETURNING "id"
-- [1, f, 1]

UPDATE "trip" AS "t0"
SET "distance" = "t0"."distance" + ?::integer
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "trip" "t0"
	INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
	WHERE "t1"."plate" = ? AND "t0"."depot_id" = ?::bigint) AND "t0"."depot_id" = ?::bigint
-- [1, 1, a, 1, 1]

UPDATE "truck" AS "t0"
SET "plate" = ?
WHERE "t0"."plate" = ? AND "t0"."depot_id" = ?::bigint
-- [g, b, 1]

INSERT INTO "truck_passed" ("truck_id", "trip_id", "depot_id") SELECT "v"."c0", "v"."c1", "v"."c2"
FROM unnest(?::int8[], ?::int8[], ?::int8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "n")
ORDER BY "v"."n" ON CONFLICT DO NOTHING
RETURNING "truck_id", "trip_id", "depot_id"
-- [[1], [2], [1]]

SELECT "t0"."id", "t0"."trip_id"
FROM "truck_passed" "t0"
WHERE "t0"."truck_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], 1]

SELECT "t0"."id"
FROM "trip" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[2], 1]

SELECT "t0"."id"
FROM "trip" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[2], 1]

DELETE FROM "truck_passed" AS "t0"
WHERE "t0"."truck_id" = ANY(?) AND "t0"."trip_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], [2], 1]

SELECT "t0"."id", "t0"."depot_id", "t0"."plate", "t0"."brand_id"
FROM "truck" "t0"
WHERE "t0"."id" = ? AND "t0"."depot_id" = ?::bigint
-- [1, 1]

SELECT "t0"."id"
FROM "trip" "t0"
INNER JOIN "truck" "t1" ON "t0"."truck_id" = "t1"."id" AND "t1"."depot_id" = ?::bigint
WHERE "t1"."plate" = ? AND "t0"."depot_id" = ?::bigint
-- [1, nobody, 1]

SELECT "t0"."id"
FROM "trip" "t0"
WHERE "t0"."truck_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], 1]

DELETE FROM "truck_passed" AS "t0"
WHERE "t0"."trip_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1, 2], 1]

DELETE FROM "truck_passed" AS "t0"
WHERE "t0"."truck_id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], 1]

DELETE FROM "trip" AS "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1, 2], 1]

DELETE FROM "truck" AS "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."depot_id" = ?::bigint
-- [[1], 1]
