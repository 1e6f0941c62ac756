-- migration/V0002__one_name.sql
ALTER TABLE "shop_product" ADD CONSTRAINT "one_name" EXCLUDE USING btree ("name" WITH =);

-- undo/U0002__one_name.sql
ALTER TABLE "shop_product" DROP CONSTRAINT "one_name";
