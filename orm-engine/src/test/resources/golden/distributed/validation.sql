WITH "__rows" AS (SELECT unnest(?::integer[]) AS "n", unnest(?::bigint[]) AS "k0", unnest(?::bigint[]) AS "c0", unnest(?::bigint[]) AS "c1", unnest(?::bigint[]) AS "c2", unnest(?::text[]) AS "c3") SELECT "__rows"."n", NOT (EXISTS(SELECT 1
	FROM "truck" "u"
	WHERE "u"."depot_id" = "__rows"."c0" AND "u"."id" = "__rows"."c1" AND "u"."depot_id" = ?::bigint)) AND ("__rows"."c0" IS NULL OR "__rows"."c1" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0", "__rows"."c1") = 1), "__rows"."c0" IS NULL OR EXISTS(SELECT 1
	FROM "depot" "u"
	WHERE "u"."id" = "__rows"."c0" AND "u"."id" = ?::bigint), "__rows"."c2" IS NULL OR EXISTS(SELECT 1
	FROM "brand" "u"
	WHERE "u"."id" = "__rows"."c2"), NOT (EXISTS(SELECT 1
	FROM "truck" "u"
	WHERE "u"."depot_id" = "__rows"."c0" AND "u"."plate" = "__rows"."c3" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0") AND "u"."depot_id" = ?::bigint)) AND ("__rows"."c0" IS NULL OR "__rows"."c3" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0", "__rows"."c3") = 1)
FROM "__rows" "__rows"
-- [[0], [null], [1], [1], [1], [a], 1, 1, 1]

WITH "__rows" AS (SELECT unnest(?::integer[]) AS "n", unnest(?::bigint[]) AS "k0", unnest(?::bigint[]) AS "c0", unnest(?::bigint[]) AS "c1", unnest(?::bigint[]) AS "c2") SELECT "__rows"."n", NOT (EXISTS(SELECT 1
	FROM "trip" "u"
	WHERE "u"."depot_id" = "__rows"."c0" AND "u"."id" = "__rows"."c1" AND "u"."depot_id" = ?::bigint)) AND ("__rows"."c0" IS NULL OR "__rows"."c1" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0", "__rows"."c1") = 1), "__rows"."c0" IS NULL OR EXISTS(SELECT 1
	FROM "depot" "u"
	WHERE "u"."id" = "__rows"."c0" AND "u"."id" = ?::bigint), "__rows"."c2" IS NULL OR EXISTS(SELECT 1
	FROM "truck" "u"
	WHERE "u"."id" = "__rows"."c2" AND "u"."depot_id" = "__rows"."c0" AND "u"."depot_id" = ?::bigint), "__rows"."c2" IS NULL OR EXISTS(SELECT "t0"."id"
	FROM "truck" "t0"
	WHERE (NOT ("t0"."plate" = ?) AND "t0"."depot_id" = ?::bigint) AND "t0"."id" = "__rows"."c2")
FROM "__rows" "__rows"
-- [[0], [1], [1], [1], [1], 1, 1, 1, broken, 1]
