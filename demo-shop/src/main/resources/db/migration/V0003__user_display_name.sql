ALTER TABLE "shop_user" ADD COLUMN "display_name" varchar(301);
