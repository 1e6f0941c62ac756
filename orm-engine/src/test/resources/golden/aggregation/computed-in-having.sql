SELECT "grouped"."g1" AS "band", COUNT(*) AS "n"
FROM "shop_product" "t0" CROSS JOIN LATERAL (SELECT "t0"."stock_quantity" % ?::integer AS "g1") "grouped"
GROUP BY 1
HAVING COUNT(*) > ? OR "grouped"."g1" = ?
ORDER BY 1 ASC
-- [3, 5, 1]
