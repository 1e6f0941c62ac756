-- migration/V0002__product_name_idx.sql
DROP INDEX CONCURRENTLY IF EXISTS "shop_product_name_idx";
CREATE UNIQUE INDEX CONCURRENTLY "shop_product_name_idx" ON "shop_product" ("name") WHERE "id" > 3;

-- undo/U0002__product_name_idx.sql
DROP INDEX CONCURRENTLY IF EXISTS "shop_product_name_idx";
