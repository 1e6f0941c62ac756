SELECT "t0"."name"
FROM "client" "t0"
INNER JOIN "invoice" "t1" ON "t0"."id" = "t1"."client_id" AND "t0"."company_id" = "t1"."company_id"
WHERE "t1"."number" = ?
ORDER BY "t0"."id" ASC
-- [1]
