SELECT "t0"."name", ROW_NUMBER() OVER (PARTITION BY "t0"."category_id" ORDER BY "t0"."price" DESC, "t0"."id" ASC) AS "position"
FROM "shop_product" "t0"
ORDER BY "t0"."created_at" DESC
