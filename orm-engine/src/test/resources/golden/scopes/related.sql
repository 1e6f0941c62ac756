SELECT "t0"."id", "t0"."rating", "t0"."spam", "t0"."good_id"
FROM "remark" "t0"
WHERE "t0"."good_id" = ? AND NOT ("t0"."spam")
ORDER BY "t0"."id" ASC
-- [1]

SELECT "t0"."id", "t0"."name", "t0"."hidden"
FROM "topic" "t0"
INNER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."topic_id"
WHERE "t1"."good_id" = ? AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [1]

SELECT COUNT(*) AS "__count"
FROM "topic" "t0"
INNER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."topic_id"
WHERE "t1"."good_id" = ? AND NOT ("t0"."hidden")
-- [1]
