WITH "__rows" AS (SELECT unnest(?::integer[]) AS "n", unnest(?::bigint[]) AS "k0", unnest(?::bigint[]) AS "c0", unnest(?::text[]) AS "c1", unnest(?::bigint[]) AS "c2", unnest(?::text[]) AS "c3", unnest(?::timestamp with time zone[]) AS "c4", unnest(?::text[]) AS "c5") SELECT "__rows"."n", NOT (EXISTS(SELECT 1
	FROM "book" "u"
	WHERE "u"."id" = "__rows"."c0")) AND ("__rows"."c0" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c0") = 1), NOT (EXISTS(SELECT 1
	FROM "book" "u"
	WHERE "u"."isbn" = "__rows"."c1" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0"))) AND ("__rows"."c1" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c1") = 1), "__rows"."c2" IS NULL OR EXISTS(SELECT 1
	FROM "shelf" "u"
	WHERE "u"."id" = "__rows"."c2"), ("__rows"."c4" IS NULL) IS NOT TRUE OR (NOT (EXISTS(SELECT 1
	FROM "book" "u"
	WHERE "u"."slug" = "__rows"."c3" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0") AND "u"."deleted_at" IS NULL)) AND ("__rows"."c3" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c3", "__rows"."c4" IS NULL) = 1)), ("__rows"."c4" IS NULL) IS NOT TRUE OR (NOT (EXISTS(SELECT 1
	FROM "book" "u"
	WHERE "u"."title" = "__rows"."c5" AND "u"."shelf_id" = "__rows"."c2" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0") AND "u"."deleted_at" IS NULL)) AND ("__rows"."c5" IS NULL OR "__rows"."c2" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c5", "__rows"."c2", "__rows"."c4" IS NULL) = 1)), NOT (EXISTS(SELECT 1
	FROM "book" "u"
	WHERE "u"."isbn" = "__rows"."c1" AND "u"."title" = "__rows"."c5" AND NOT ("u"."id" IS NOT DISTINCT FROM "__rows"."k0"))) AND ("__rows"."c1" IS NULL OR "__rows"."c5" IS NULL OR COUNT(*) OVER (PARTITION BY "__rows"."c1", "__rows"."c5") = 1)
FROM "__rows" "__rows"
-- [[0], [1], [1], [1], [1], [java], [null], [Java]]
