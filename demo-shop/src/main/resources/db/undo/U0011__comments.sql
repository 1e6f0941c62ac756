-- loses shop_comment
DROP TABLE "shop_comment";
