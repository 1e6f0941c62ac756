-- migration/V0002__product_note.sql
ALTER TABLE "shop_product" ADD COLUMN "note" text;

-- undo/U0002__product_note.sql
-- loses shop_product.note
ALTER TABLE "shop_product" DROP COLUMN "note";
