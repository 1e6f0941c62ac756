SELECT "t0"."name", (SELECT "u0"."rating"
	FROM "shop_review" "u0"
	INNER JOIN "shop_product" "u1" ON "u0"."product_id" = "u1"."id"
	WHERE "u1"."category_id" = "t0"."id"
	ORDER BY "u0"."id" DESC
	LIMIT 1) AS "lastRating", COUNT("t1"."id") AS "size"
FROM "shop_category" "t0"
LEFT OUTER JOIN "shop_product" "t1" ON "t0"."id" = "t1"."category_id"
GROUP BY "t0"."id"
