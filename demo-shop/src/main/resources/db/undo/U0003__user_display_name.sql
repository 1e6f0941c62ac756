-- loses shop_user.display_name
ALTER TABLE "shop_user" DROP COLUMN "display_name";
