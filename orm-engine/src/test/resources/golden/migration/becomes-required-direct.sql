-- migration/V0002__product_note.sql
UPDATE "shop_product" SET "note" = 'none' WHERE "note" IS NULL;
ALTER TABLE "shop_product" ALTER COLUMN "note" SET NOT NULL;

-- undo/U0002__product_note.sql
ALTER TABLE "shop_product" ALTER COLUMN "note" DROP NOT NULL;
