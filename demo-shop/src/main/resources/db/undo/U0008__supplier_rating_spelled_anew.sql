ALTER TABLE "shop_supplier" DROP CONSTRAINT "supplier_rating_range";
ALTER TABLE "shop_supplier" ADD CONSTRAINT "supplier_rating_range" CHECK ("rating" BETWEEN '0.0'::double precision AND '5.0'::double precision);
