-- migration/V0002__product_name.sql
ALTER TABLE "shop_product" ALTER COLUMN "name" TYPE varchar(400);

-- undo/U0002__product_name.sql
ALTER TABLE "shop_product" ALTER COLUMN "name" TYPE varchar(200);
