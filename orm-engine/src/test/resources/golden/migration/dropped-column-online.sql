-- pending/product_note_contract.sql
ALTER TABLE "shop_product" DROP COLUMN "note";

-- pending/product_note_contract.undo.sql
ALTER TABLE "shop_product" ADD COLUMN "note" text;
