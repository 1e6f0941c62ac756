ALTER TABLE "note" DROP COLUMN "name";
ALTER TABLE "note" ADD COLUMN "title" varchar(20);
