UPDATE "chapter" AS "t0"
SET "deleted_at" = ?
WHERE "t0"."id" = ANY(?) AND "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z, [1]]
