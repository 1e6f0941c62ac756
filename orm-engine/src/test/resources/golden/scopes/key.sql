SELECT "t0"."id", "t0"."name", "t0"."price", "t0"."hidden", "t0"."stall_id"
FROM "good" "t0"
WHERE "t0"."id" = ? AND NOT ("t0"."hidden")
-- [3]
