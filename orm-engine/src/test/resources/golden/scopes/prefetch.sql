SELECT "t0"."id", "t0"."name", "t0"."price", "t0"."hidden", "t0"."stall_id"
FROM "good" "t0"
WHERE NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC

SELECT "t0"."id", "t0"."name", "t0"."hidden", "t1"."good_id" AS "__value4"
FROM "topic" "t0"
INNER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."topic_id"
WHERE "t1"."good_id" = ANY(?) AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [[2, 4, 1]]

SELECT "t0"."id", "t0"."rating", "t0"."spam", "t0"."good_id"
FROM "remark" "t0"
WHERE "t0"."good_id" = ANY(?) AND NOT ("t0"."spam")
ORDER BY "t0"."id" ASC
-- [[2, 4, 1]]
