-- migration/V0002__product_stock_check.sql
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_stock_check" CHECK ("stock" >= 0);

-- undo/U0002__product_stock_check.sql
ALTER TABLE "shop_product" DROP CONSTRAINT "shop_product_stock_check";
