SELECT COUNT(*) AS "__count"
FROM "good" "t0"
WHERE NOT ("t0"."hidden")

SELECT COUNT(*) AS "__count"
FROM (SELECT DISTINCT "t0"."id", "t0"."name", "t0"."price", "t0"."hidden", "t0"."stall_id"
	FROM "good" "t0"
	INNER JOIN "remark" "t1" ON "t0"."id" = "t1"."good_id" AND NOT ("t1"."spam")
	WHERE "t1"."rating" > ? AND NOT ("t0"."hidden")) "subquery"
-- [1]

SELECT COALESCE((SELECT COUNT("u0"."id") AS "_aggregate"
		FROM "topic" "u0"
		INNER JOIN "good_topics" "u1" ON "u0"."id" = "u1"."topic_id"
		WHERE "u1"."good_id" = "t0"."id" AND NOT ("u0"."hidden")
		GROUP BY "u1"."good_id"), ?::bigint) AS "number"
FROM "good" "t0"
WHERE NOT ("t0"."hidden")
ORDER BY "t0"."name" ASC
-- [0]
