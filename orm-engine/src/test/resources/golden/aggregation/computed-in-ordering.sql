SELECT "grouped"."g1" AS "band", COUNT(*) AS "n"
FROM "shop_product" "t0" CROSS JOIN LATERAL (SELECT "t0"."stock_quantity" % ?::integer AS "g1", ("t0"."stock_quantity" % ?::integer) + ?::integer AS "g2") "grouped"
GROUP BY 1, "grouped"."g2"
ORDER BY ("grouped"."g1" * COUNT(*)) + ?::integer DESC, "grouped"."g2" ASC
-- [3, 3, 2, 1]
