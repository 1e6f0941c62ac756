SELECT "t0"."level" * ?::integer AS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_f52b2fa6", COUNT(*) AS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_2b818143"
FROM "shop_employee" "t0"
GROUP BY 1
HAVING COUNT(*) > ?
ORDER BY 1 ASC
-- [0, 1]
