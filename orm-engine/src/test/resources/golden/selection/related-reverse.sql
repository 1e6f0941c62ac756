SELECT "t0"."id", "t0"."username", "t0"."email", "t0"."first_name", "t0"."last_name", "t0"."is_active", "t0"."date_joined", "t1"."id", "t1"."user_id", "t1"."phone", "t1"."address", "t1"."date_of_birth"
FROM "shop_user" "t0"
LEFT OUTER JOIN "shop_customer" "t1" ON "t0"."id" = "t1"."user_id"
WHERE "t0"."is_active"
