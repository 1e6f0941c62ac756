-- migration/V0002__product_name_idx.sql
CREATE UNIQUE INDEX "shop_product_name_idx" ON "shop_product" ("name") WHERE "id" > 3;

-- undo/U0002__product_name_idx.sql
DROP INDEX "shop_product_name_idx";
