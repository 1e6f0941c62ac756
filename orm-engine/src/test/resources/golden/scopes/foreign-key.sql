SELECT "t0"."id", "t0"."rating", "t0"."spam", "t0"."good_id", "t1"."id", "t1"."name", "t1"."price", "t1"."hidden", "t1"."stall_id"
FROM "remark" "t0"
INNER JOIN "good" "t1" ON "t0"."good_id" = "t1"."id"
WHERE NOT ("t0"."spam")
ORDER BY "t0"."id" ASC
