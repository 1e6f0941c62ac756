SELECT "t0"."name"
FROM "good" "t0"
WHERE "t0"."price" > ? AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [3]
