SELECT "t0"."level" + ?::integer AS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_6c227e1c", "t0"."level" + ?::integer AS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_f52b2fa6"
FROM "shop_employee" "t0"
ORDER BY 2 DESC, "t0"."id" ASC
-- [1, 2]
