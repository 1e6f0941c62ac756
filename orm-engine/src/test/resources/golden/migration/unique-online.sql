-- migration/V0002__product_name_key.sql
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_name_key";
DROP INDEX CONCURRENTLY IF EXISTS "shop_product_name_key";
CREATE UNIQUE INDEX CONCURRENTLY "shop_product_name_key" ON "shop_product" ("name");
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_name_key" UNIQUE USING INDEX "shop_product_name_key";

-- migration/V0002__product_name_key.sql.conf
executeInTransaction=false

-- undo/U0002__product_name_key.sql
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_name_key";

-- undo/U0002__product_name_key.sql.conf
executeInTransaction=false
