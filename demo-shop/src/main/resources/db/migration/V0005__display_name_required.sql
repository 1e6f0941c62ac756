ALTER TABLE "shop_user" ALTER COLUMN "display_name" SET NOT NULL;
