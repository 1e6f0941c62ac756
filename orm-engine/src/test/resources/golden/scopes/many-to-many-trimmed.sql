SELECT "t0"."name"
FROM "good" "t0"
INNER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."good_id" AND EXISTS(SELECT 1
	FROM "topic" "u0"
	WHERE "u0"."id" = "t1"."topic_id" AND NOT ("u0"."hidden")
	LIMIT 1)
WHERE "t1"."topic_id" = ? AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [2]
