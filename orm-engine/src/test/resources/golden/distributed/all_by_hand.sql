SELECT "t0"."plate"
FROM "truck" "t0"
WHERE EXISTS(SELECT 1
	FROM "truck" "u0"
	WHERE "u0"."plate" = "t0"."plate" AND NOT ("u0"."depot_id" = "t0"."depot_id")
	LIMIT 1)
ORDER BY "t0"."id" ASC

SELECT "t0"."plate"
FROM "truck" "t0"
WHERE NOT (EXISTS(SELECT 1
	FROM "trip" "u0"
	WHERE NOT ("u0"."truck_id" = "t0"."id")
	LIMIT 1))
ORDER BY "t0"."id" ASC
