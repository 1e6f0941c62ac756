DROP TABLE "note"; CREATE TABLE "other" ("id" bigint);
