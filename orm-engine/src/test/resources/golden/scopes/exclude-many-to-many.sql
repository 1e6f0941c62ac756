SELECT "t0"."name"
FROM "good" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "good_topics" "u1"
	INNER JOIN "topic" "u2" ON "u1"."topic_id" = "u2"."id" AND NOT ("u2"."hidden")
	WHERE "u2"."name" = ? AND "u1"."good_id" = "t0"."id"
	LIMIT 1)) AND NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [sale]
