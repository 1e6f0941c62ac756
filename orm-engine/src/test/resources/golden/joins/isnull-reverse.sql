SELECT "t0"."name"
FROM "shop_product" "t0"
LEFT OUTER JOIN "shop_review" "t1" ON "t0"."id" = "t1"."product_id"
WHERE "t1"."id" IS NULL
ORDER BY "t0"."created_at" DESC
