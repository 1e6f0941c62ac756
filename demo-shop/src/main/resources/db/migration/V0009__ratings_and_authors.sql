ALTER TABLE "shop_product" RENAME CONSTRAINT "product_stock_not_negative" TO "shop_product_stock_quantity_check";
ALTER TABLE "shop_product" ADD COLUMN "rating" double precision;
ALTER TABLE "shop_product" ADD COLUMN "created_by" varchar(150);
ALTER TABLE "shop_product" ADD COLUMN "updated_by" varchar(150);
