-- migration/V0002__product_category_id_fkey.sql
DO $$ BEGIN IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = '"shop_product"'::regclass AND conname = 'shop_product_category_id_fkey') THEN ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_category_id_fkey"; END IF; END $$;
ALTER TABLE "shop_product" ADD CONSTRAINT "shop_product_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "shop_category" ("id") DEFERRABLE INITIALLY DEFERRED NOT VALID;
ALTER TABLE "shop_product" VALIDATE CONSTRAINT "shop_product_category_id_fkey";

-- migration/V0002__product_category_id_fkey.sql.conf
executeInTransaction=false

-- undo/U0002__product_category_id_fkey.sql
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "shop_product_category_id_fkey";

-- undo/U0002__product_category_id_fkey.sql.conf
executeInTransaction=false
