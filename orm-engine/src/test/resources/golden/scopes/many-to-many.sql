SELECT COUNT("t1"."topic_id") AS "number"
FROM "good" "t0"
LEFT OUTER JOIN "good_topics" "t1" ON "t0"."id" = "t1"."good_id" AND EXISTS(SELECT 1
	FROM "topic" "u0"
	WHERE "u0"."id" = "t1"."topic_id" AND NOT ("u0"."hidden")
	LIMIT 1)
WHERE NOT ("t0"."hidden")
GROUP BY "t0"."id"
