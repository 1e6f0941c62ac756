ALTER TABLE "note" DROP COLUMN "weight";
ALTER TABLE "note" ALTER COLUMN "stars" TYPE integer;
