SELECT "t0"."name"
FROM "shop_product" "t0"
WHERE "t0"."category_id" = ? AND "t0"."supplier_id" = ANY(?)
ORDER BY "t0"."created_at" DESC
-- [3, [1, 2]]
