CREATE TABLE "note" ("name" varchar(20), "code" varchar(20) NOT NULL, CONSTRAINT "note_code_check" CHECK ("code" LIKE 'ab%' AND length("code") > 12));
