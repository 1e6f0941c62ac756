-- migration/V0002__product_stock_check.sql
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_stock_check";
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_stock_check" CHECK ("stock" >= 0) NOT VALID;
ALTER TABLE "shop_product" VALIDATE CONSTRAINT "shop_product_stock_check";

-- migration/V0002__product_stock_check.sql.conf
executeInTransaction=false

-- undo/U0002__product_stock_check.sql
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_stock_check";

-- undo/U0002__product_stock_check.sql.conf
executeInTransaction=false
