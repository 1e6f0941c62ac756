SELECT "grouped"."g1" AS "band", COUNT(*) + "grouped"."g1" AS "n"
FROM "shop_product" "t0" CROSS JOIN LATERAL (SELECT "t0"."stock_quantity" % ?::integer AS "g1") "grouped"
GROUP BY 1
ORDER BY 1 ASC
-- [3]
