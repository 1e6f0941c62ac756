UPDATE "chapter" AS "t0"
SET "deleted_at" = ?
WHERE "t0"."number" = ? AND "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z, 2]

UPDATE "loan" AS "t0"
SET "deleted_at" = ?
WHERE "t0"."deleted_at" IS NULL
-- [2026-03-01T10:00:00Z]
