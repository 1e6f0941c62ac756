SELECT "t0"."id", "t0"."isbn"
FROM "book" "t0"
WHERE "t0"."id" = ANY(?) AND "t0"."deleted_at" IS NULL
-- [[1]]

SELECT "t0"."id"
FROM "loan" "t0"
WHERE "t0"."book_id" = ANY(?::text[]) AND "t0"."deleted_at" IS NULL
-- [[1]]

UPDATE "chapter" AS "t0"
SET "deleted_at" = ?
WHERE "t0"."book_id" = ANY(?) AND "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z, [1]]

UPDATE "tagging" AS "t0"
SET "deleted_at" = ?
WHERE "t0"."book_id" = ANY(?) AND "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z, [1]]

UPDATE "book" AS "t0"
SET "deleted_at" = ?, "deleted_by" = ?
WHERE "t0"."id" = ANY(?) AND "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z, ada, [1]]
