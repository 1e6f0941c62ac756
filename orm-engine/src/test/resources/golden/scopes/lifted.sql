SELECT "t0"."name"
FROM "good" "t0"
INNER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."good_id"
INNER JOIN "topic" "t2" ON "t1"."topic_id" = "t2"."id"
WHERE "t2"."name" = ?
ORDER BY "t0"."name" ASC
-- [sale]
