-- migration/V0002__product_title.sql
ALTER TABLE "shop_product" RENAME COLUMN "name" TO "title";

-- undo/U0002__product_title.sql
ALTER TABLE "shop_product" RENAME COLUMN "title" TO "name";
