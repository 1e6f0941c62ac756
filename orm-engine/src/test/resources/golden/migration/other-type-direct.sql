-- migration/V0002__product_stock.sql
ALTER TABLE "shop_product" ALTER COLUMN "stock" TYPE bigint;

-- undo/U0002__product_stock.sql
ALTER TABLE "shop_product" ALTER COLUMN "stock" TYPE integer;
