SELECT "t0"."id", "t0"."name", "t0"."price", "t0"."stock", "t0"."remark", "t0"."stall_id"
FROM (SELECT "earliest"."id", "earliest"."name", "earliest"."price", "earliest"."stock", "earliest"."remark", "earliest"."stall_id"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."price", "everything"."stock", "everything"."remark", "everything"."stall_id", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."name", "kept"."price", "kept"."stock", NULL::text AS "remark", "kept"."stall_id", "kept"."history_id", "kept"."history_operation"
				FROM "ware_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."name", "live"."price", "live"."stock", NULL::text AS "remark", "live"."stall_id", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "ware" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t0"
WHERE "t0"."id" = ?
ORDER BY "t0"."id" ASC
-- [2026-01-01T00:00:00Z, 1]

SELECT "t0"."id", "t0"."name", "t0"."price", "t0"."stock", "t0"."remark", "t0"."stall_id", "t1"."id", "t1"."name"
FROM (SELECT "earliest"."id", "earliest"."name", "earliest"."price", "earliest"."stock", "earliest"."remark", "earliest"."stall_id"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."price", "everything"."stock", "everything"."remark", "everything"."stall_id", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."name", "kept"."price", "kept"."stock", NULL::text AS "remark", "kept"."stall_id", "kept"."history_id", "kept"."history_operation"
				FROM "ware_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."name", "live"."price", "live"."stock", NULL::text AS "remark", "live"."stall_id", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "ware" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t0"
INNER JOIN (SELECT "earliest"."id", "earliest"."name"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."name", "kept"."history_id", "kept"."history_operation"
				FROM "stall_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."name", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "stall" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t1" ON "t0"."stall_id" = "t1"."id"
WHERE "t0"."stock" > ?
ORDER BY "t0"."id" ASC
-- [2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, 3]

SELECT SUM("t0"."stock") AS "value"
FROM (SELECT "earliest"."id", "earliest"."name", "earliest"."price", "earliest"."stock", "earliest"."remark", "earliest"."stall_id"
	FROM (SELECT DISTINCT ON ("everything"."id") "everything"."id", "everything"."name", "everything"."price", "everything"."stock", "everything"."remark", "everything"."stall_id", "everything"."history_operation"
		FROM ((SELECT "kept"."id", "kept"."name", "kept"."price", "kept"."stock", NULL::text AS "remark", "kept"."stall_id", "kept"."history_id", "kept"."history_operation"
				FROM "ware_history" "kept"
				WHERE "kept"."history_until" > ?::timestamp with time zone)
			UNION ALL (SELECT "live"."id", "live"."name", "live"."price", "live"."stock", NULL::text AS "remark", "live"."stall_id", NULL::bigint AS "history_id", NULL::text AS "history_operation"
				FROM "ware" "live")) "everything"
		ORDER BY "everything"."id", "everything"."history_id") "earliest"
	WHERE "earliest"."history_operation" IS DISTINCT FROM 'INSERT') "t0"
-- [2026-01-01T00:00:00Z]
