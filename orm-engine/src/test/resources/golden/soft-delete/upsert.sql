INSERT INTO "book" ("id", "slug", "isbn", "title", "shelf_id", "deleted_at", "deleted_by") SELECT "v"."c0", "v"."c1", "v"."c2", "v"."c3", "v"."c4", "v"."c5", "v"."c6"
FROM unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::timestamptz[], ?::text[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "c3", "c4", "c5", "c6", "n")
ORDER BY "v"."n" ON CONFLICT ("slug")
WHERE "deleted_at" IS NULL DO UPDATE
SET "title" = EXCLUDED."title"
-- [[1], [java], [1], [Java], [1], [null], [null]]
