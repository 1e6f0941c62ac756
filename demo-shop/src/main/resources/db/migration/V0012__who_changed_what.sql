ALTER TABLE "shop_order" ADD COLUMN "created_by" varchar(150);
ALTER TABLE "shop_order" ADD COLUMN "updated_by" varchar(150);
ALTER TABLE "shop_order" ADD COLUMN "updated_at" timestamp with time zone;
ALTER TABLE "shop_review" ADD COLUMN "created_by" varchar(150);
ALTER TABLE "shop_review" ADD COLUMN "updated_by" varchar(150);
ALTER TABLE "shop_review" ADD COLUMN "updated_at" timestamp with time zone;
ALTER TABLE "shop_review" ADD COLUMN "deleted_by" varchar(150);
