INSERT INTO "shop_supplier" ("name", "email", "phone", "address", "rating") SELECT "v"."c0", "v"."c1", "v"."c2", "v"."c3", "v"."c4"
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::float8[]) WITH ORDINALITY AS "v" ("c0", "c1", "c2", "c3", "c4", "n")
ORDER BY "v"."n"
RETURNING "id"
-- [[A, B], [, ], [, ], [, ], [3.5, 3.5]]
