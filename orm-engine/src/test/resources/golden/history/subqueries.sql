SELECT "t0"."name"
FROM (SELECT "earliest"."id", "earliest"."name"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."name", "kept"."history_id", "kept"."history_operation"
				FROM "stall_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."name", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "stall" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM (SELECT "earliest"."id", "earliest"."name", "earliest"."price", "earliest"."stock", "earliest"."remark", "earliest"."stall_id"
		FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."price", "everything"."stock", "everything"."remark", "everything"."stall_id", "everything"."history_operation"
			FROM ((SELECT "kept"."id", "kept"."name", "kept"."price", "kept"."stock", NULL::text AS "remark", "kept"."stall_id", "kept"."history_id", "kept"."history_operation"
					FROM "ware_history" "kept"
					WHERE "kept"."history_until" > ?::timestamp with time zone)
				UNION ALL (SELECT "live"."id", "live"."name", "live"."price", "live"."stock", NULL::text AS "remark", "live"."stall_id", NULL::bigint AS "history_id", NULL::text AS "history_operation"
					FROM "ware" "live")) "everything"
			ORDER BY "everything"."id", "everything"."history_id") "earliest"
		WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "u1"
	WHERE "u1"."stock" > ? AND "u1"."stall_id" = "t0"."id"
	LIMIT 1))
ORDER BY "t0"."id" ASC
-- [2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 3]

SELECT "t0"."rating"
FROM (SELECT "earliest"."id", "earliest"."rating", "earliest"."ware_id", "earliest"."visitor_id"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."rating", "everything"."ware_id", "everything"."visitor_id", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."rating", "kept"."ware_id", "kept"."visitor_id", "kept"."history_id", "kept"."history_operation"
				FROM "fair_review_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."rating", "live"."ware_id", "live"."visitor_id", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "fair_review" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t0"
INNER JOIN "visitor" "t1" ON "t0"."visitor_id" = "t1"."id"
WHERE "t1"."name" = ?
ORDER BY "t0"."id" ASC
-- [2026-01-01T00:00:00Z, vera]
