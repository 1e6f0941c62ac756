SELECT "t1"."id", "t1"."title", "t1"."created_on", "t0"."content_ptr_id", "t0"."seconds", "t0"."related_id", "t2"."id", "t2"."title", "t2"."created_on"
FROM "shop_video" "t0"
INNER JOIN "shop_content" "t1" ON "t0"."content_ptr_id" = "t1"."id"
LEFT OUTER JOIN "shop_content" "t2" ON "t0"."related_id" = "t2"."id"
ORDER BY "t1"."title" ASC
