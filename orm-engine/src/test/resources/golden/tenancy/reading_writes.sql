INSERT INTO "client" ("company_id", "name", "code", "tax") VALUES (?, ?, ?, ?)
RETURNING "id"
-- [1, dan, dan, 8]

INSERT INTO "client" ("company_id", "name", "code", "tax") SELECT "v"."c0", "v"."c1", "v"."c2", "v"."c3"
FROM unnest(?::int8[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "c3", "n")
ORDER BY "v"."n"
RETURNING "id"
-- [[1], [eve], [eve], [9]]

SELECT "t0"."id", "t0"."company_id", "t0"."name", "t0"."code", "t0"."tax"
FROM "client" "t0"
WHERE "t0"."code" = ? AND "t0"."company_id" = ?::bigint
LIMIT 21
-- [fay, 1]

INSERT INTO "client" ("company_id", "name", "code", "tax") VALUES (?, ?, ?, ?)
RETURNING "id"
-- [1, fay, fay, 10]

INSERT INTO "invoice" ("company_id", "number", "client_id") VALUES (?, ?, ?)
RETURNING "id"
-- [1, 7, 1]

WITH "__rows" AS (SELECT unnest(?::integer[]) AS "n", unnest(?::bigint[]) AS "k0", unnest(?::bigint[]) AS "c0", unnest(?::bigint[]) AS "c1", unnest(?::text[]) AS "c2", unnest(?::text[]) AS "c3") SELECT "__rows"."n", NOT (EXISTS(SELECT 1
	FROM "client" "u"
	WHERE "u"."id" = "__rows"."c0")) AND ("__rows"."c0" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0") = 1), "__rows"."c1" IS NULL OR EXISTS(SELECT 1
	FROM "company" "u"
	WHERE "u"."id" = "__rows"."c1"), NOT (EXISTS(SELECT 1
	FROM "client" "u"
	WHERE "u"."company_id" = "__rows"."c1" AND "u"."code" = "__rows"."c2" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0"))) AND ("__rows"."c1" IS NULL OR "__rows"."c2" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c1", "__rows"."c2") = 1), NOT (EXISTS(SELECT 1
	FROM "client" "u"
	WHERE "u"."tax" = "__rows"."c3" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0"))) AND ("__rows"."c3" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c3") = 1)
FROM "__rows" "__rows"
-- [[0], [null], [null], [1], [b], [2]]

WITH "__rows" AS (SELECT unnest(?::integer[]) AS "n", unnest(?::bigint[]) AS "k0", unnest(?::bigint[]) AS "c0", unnest(?::bigint[]) AS "c1", unnest(?::bigint[]) AS "c2") SELECT "__rows"."n", NOT (EXISTS(SELECT 1
	FROM "invoice" "u"
	WHERE "u"."id" = "__rows"."c0")) AND ("__rows"."c0" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0") = 1), "__rows"."c1" IS NULL OR EXISTS(SELECT 1
	FROM "company" "u"
	WHERE "u"."id" = "__rows"."c1"), "__rows"."c2" IS NULL OR EXISTS(SELECT 1
	FROM "client" "u"
	WHERE "u"."id" = "__rows"."c2" AND "u"."company_id" = "__rows"."c1")
FROM "__rows" "__rows"
-- [[0], [1], [1], [1], [1]]

UPDATE "invoice" AS "t0"
SET "number" = "t0"."number" + ?::integer
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "invoice" "t0"
	INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
	WHERE "t1"."name" = ? AND "t0"."company_id" = ?::bigint) AND "t0"."company_id" = ?::bigint
-- [1, 1, ann, 1, 1]

UPDATE "client" AS "t0"
SET "name" = ?
WHERE "t0"."id" IN (SELECT "t0"."id"
	FROM "client" "t0"
	INNER JOIN "invoice" "t1" ON "t0"."id" = "t1"."client_id" AND "t1"."company_id" = ?::bigint
	WHERE "t1"."number" > ? AND "t0"."company_id" = ?::bigint) AND "t0"."company_id" = ?::bigint
-- [x, 1, 1, 1, 1]

SELECT "t0"."id"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
WHERE "t1"."name" = ? AND "t0"."company_id" = ?::bigint
-- [1, nobody, 1]

SELECT "t0"."id", "t0"."company_id", "t0"."number", "t0"."client_id", "t1"."id", "t1"."company_id", "t1"."name", "t1"."code", "t1"."tax"
FROM "invoice" "t0"
INNER JOIN "client" "t1" ON "t0"."client_id" = "t1"."id" AND "t1"."company_id" = ?::bigint
WHERE "t0"."company_id" = ?::bigint
ORDER BY "t0"."number" ASC
FOR UPDATE
-- [1, 1]
