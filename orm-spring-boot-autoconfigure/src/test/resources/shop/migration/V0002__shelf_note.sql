ALTER TABLE "shelf" ADD COLUMN "note" text;
