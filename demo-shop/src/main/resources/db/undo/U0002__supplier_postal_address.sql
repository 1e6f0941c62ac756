ALTER TABLE "shop_supplier" RENAME COLUMN "postal_address" TO "address";
