-- migration/V0002__product_category_id_fkey.sql
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "shop_category" ("id") DEFERRABLE INITIALLY DEFERRED;

-- undo/U0002__product_category_id_fkey.sql
ALTER TABLE "shop_product" DROP CONSTRAINT "shop_product_category_id_fkey";
