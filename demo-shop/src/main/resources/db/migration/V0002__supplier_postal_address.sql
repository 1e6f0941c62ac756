ALTER TABLE "shop_supplier" RENAME COLUMN "address" TO "postal_address";
