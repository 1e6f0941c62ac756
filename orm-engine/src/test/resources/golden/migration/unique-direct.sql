-- migration/V0002__product_name_key.sql
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_name_key" UNIQUE ("name");

-- undo/U0002__product_name_key.sql
ALTER TABLE "shop_product" DROP CONSTRAINT "shop_product_name_key";
