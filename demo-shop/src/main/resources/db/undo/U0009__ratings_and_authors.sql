-- loses shop_product.updated_by, shop_product.created_by, shop_product.rating
ALTER TABLE "shop_product" DROP COLUMN "updated_by";
ALTER TABLE "shop_product" DROP COLUMN "created_by";
ALTER TABLE "shop_product" DROP COLUMN "rating";
ALTER TABLE "shop_product" RENAME CONSTRAINT "shop_product_stock_quantity_check" TO "product_stock_not_negative";
