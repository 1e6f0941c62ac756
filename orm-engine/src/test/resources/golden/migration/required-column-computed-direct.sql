-- migration/V0002__product_title.sql
ALTER TABLE "shop_product" ADD COLUMN "title" varchar(200);
UPDATE "shop_product" SET "title" = upper(name) WHERE "title" IS NULL;
ALTER TABLE "shop_product" ALTER COLUMN "title" SET NOT NULL;

-- undo/U0002__product_title.sql
-- loses shop_product.title
ALTER TABLE "shop_product" DROP COLUMN "title";
