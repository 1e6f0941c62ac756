ALTER TABLE "note" RENAME COLUMN "name" TO "title";
