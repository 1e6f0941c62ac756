-- loses shelf.note
ALTER TABLE "shelf" DROP COLUMN "note";
