ALTER TABLE "shop_review" DROP CONSTRAINT "shop_review_customer_id_product_id_key";
ALTER TABLE "shop_review" ADD COLUMN "deleted_at" timestamp with time zone;
CREATE UNIQUE INDEX "shop_review_customer_id_product_id_idx" ON "shop_review" ("customer_id", "product_id") WHERE "deleted_at" IS NULL;
CREATE INDEX "shop_review_customer_id_idx" ON "shop_review" ("customer_id");
