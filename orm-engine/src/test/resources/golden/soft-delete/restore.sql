SELECT "t0"."id"
FROM "book" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."deleted_at" = ?
-- [[1], 2026-03-01T10:00:00Z]

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
