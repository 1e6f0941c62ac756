SELECT "t0"."name"
FROM "stall" "t0"
INNER JOIN "good" "t1" ON "t0"."id" = "t1"."stall_id" AND NOT ("t1"."hidden")
WHERE "t1"."price" > ?
ORDER BY "t0"."name" ASC
-- [3]
