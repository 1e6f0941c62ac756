SELECT COUNT("t1"."id") AS "number"
FROM "stall" "t0"
LEFT OUTER JOIN "good" "t1" ON "t0"."id" = "t1"."stall_id" AND NOT ("t1"."hidden")
GROUP BY "t0"."id"
