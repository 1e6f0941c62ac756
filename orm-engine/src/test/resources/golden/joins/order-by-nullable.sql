SELECT "t0"."name"
FROM "shop_depot" "t0"
LEFT OUTER JOIN "shop_city" "t1" ON "t0"."city_id" = "t1"."id"
LEFT OUTER JOIN "shop_country" "t2" ON "t1"."country_id" = "t2"."code"
ORDER BY "t2"."name" ASC, "t0"."id" ASC
