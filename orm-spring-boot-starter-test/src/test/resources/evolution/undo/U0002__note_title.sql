ALTER TABLE "note" RENAME COLUMN "title" TO "name";
