SELECT "t0"."id", "t0"."slug", "t0"."isbn", "t0"."title", "t0"."shelf_id", "t0"."deleted_at", "t0"."deleted_by"
FROM "book" "t0"
WHERE "t0"."deleted_at" IS NOT NULL
ORDER BY "t0"."id" ASC

SELECT COUNT(*) AS "__count"
FROM "book" "t0"
INNER JOIN "chapter" "t1" ON "t0"."id" = "t1"."book_id" AND "t1"."deleted_at" IS NULL
WHERE "t1"."number" = ?
-- [1]

SELECT "t0"."id", "t0"."deleted_at"
FROM "book" "t0"
WHERE "t0"."deleted_at" IS NOT NULL AND "t0"."slug" = ?
-- [java]

UPDATE "chapter" AS "t0"
SET "deleted_at" = NULL
WHERE "t0"."book_id" = ANY(?) AND "t0"."deleted_at" = ?
-- [[1], 2026-03-01T10:00:00Z]

UPDATE "tagging" AS "t0"
SET "deleted_at" = NULL
WHERE "t0"."book_id" = ANY(?) AND "t0"."deleted_at" = ?
-- [[1], 2026-03-01T10:00:00Z]

UPDATE "book" AS "t0"
SET "deleted_at" = NULL, "deleted_by" = NULL
WHERE "t0"."id" = ANY(?) AND "t0"."deleted_at" = ?
-- [[1], 2026-03-01T10:00:00Z]

SELECT "t0"."id", "t0"."isbn"
FROM "book" "t0"
WHERE "t0"."deleted_at" IS NOT NULL

SELECT "t0"."book_ptr_id", "t1"."isbn"
FROM "atlas" "t0"
INNER JOIN "book" "t1" ON "t0"."book_ptr_id" = "t1"."id"
WHERE "t0"."book_ptr_id" = ANY(?)
-- [[2]]

SELECT "t0"."id"
FROM "chapter" "t0"
WHERE "t0"."book_id" = ANY(?)
-- [[2]]

SELECT "t0"."id"
FROM "loan" "t0"
WHERE "t0"."book_id" = ANY(?::text[])
-- [[2]]

DELETE FROM "note" AS "t0"
WHERE "t0"."chapter_id" = ANY(?)
-- [[3]]

DELETE FROM "tagging" AS "t0"
WHERE "t0"."book_id" = ANY(?)
-- [[2]]

DELETE FROM "chapter" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[3]]

DELETE FROM "book" AS "t0"
WHERE "t0"."id" = ANY(?)
-- [[2]]
