-- migration/V0002__product_name_idx.sql
CREATE INDEX "shop_product_name_idx" ON "shop_product" ("name");

-- undo/U0002__product_name_idx.sql
DROP INDEX "shop_product_name_idx";
