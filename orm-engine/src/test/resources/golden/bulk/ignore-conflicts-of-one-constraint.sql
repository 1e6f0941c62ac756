INSERT INTO "shop_tag" ("name") SELECT "v"."c0"
FROM unnest(?::text[]) WITH ORDINALITY AS "v" ("c0", "n")
ORDER BY "v"."n" ON CONFLICT ("name") DO NOTHING
-- [[new, sale]]
