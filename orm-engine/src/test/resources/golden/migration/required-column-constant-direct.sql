-- migration/V0002__product_stock.sql
ALTER TABLE "shop_product" ADD COLUMN "stock" integer DEFAULT 7 NOT NULL;
ALTER TABLE "shop_product" ALTER COLUMN "stock" DROP DEFAULT;

-- undo/U0002__product_stock.sql
-- loses shop_product.stock
ALTER TABLE "shop_product" DROP COLUMN "stock";
