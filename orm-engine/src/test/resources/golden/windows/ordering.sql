SELECT "t0"."name"
FROM "shop_product" "t0"
ORDER BY RANK() OVER (ORDER BY "t0"."price" DESC) ASC, "t0"."id" ASC
