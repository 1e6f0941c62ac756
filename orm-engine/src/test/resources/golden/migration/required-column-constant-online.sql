-- migration/V0002__product_stock.sql
ALTER TABLE "shop_product" ADD COLUMN "stock" integer DEFAULT 7 NOT NULL;

-- undo/U0002__product_stock.sql
-- loses shop_product.stock
ALTER TABLE "shop_product" DROP COLUMN "stock";

-- pending/product_stock_contract.sql
ALTER TABLE "shop_product" ALTER COLUMN "stock" DROP DEFAULT;

-- pending/product_stock_contract.undo.sql
ALTER TABLE "shop_product" ALTER COLUMN "stock" SET DEFAULT 7;
