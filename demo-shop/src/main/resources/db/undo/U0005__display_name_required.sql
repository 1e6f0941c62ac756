ALTER TABLE "shop_user" ALTER COLUMN "display_name" DROP NOT NULL;
