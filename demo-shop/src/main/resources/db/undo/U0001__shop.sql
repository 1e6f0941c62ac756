-- loses shop_review, shop_product_tags, shop_tag, shop_order_item, shop_product, shop_supplier, shop_order, shop_customer, shop_user, shop_category
DROP TABLE "shop_review";
DROP TABLE "shop_product_tags";
DROP TABLE "shop_tag";
DROP TABLE "shop_order_item";
DROP TABLE "shop_product";
DROP TABLE "shop_supplier";
DROP TABLE "shop_order";
DROP TABLE "shop_customer";
DROP TABLE "shop_user";
DROP TABLE "shop_category";
