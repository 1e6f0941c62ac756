-- loses shop_review.deleted_at
DROP INDEX "shop_review_customer_id_idx";
DROP INDEX "shop_review_customer_id_product_id_idx";
ALTER TABLE "shop_review" DROP COLUMN "deleted_at";
ALTER TABLE "shop_review" ADD CONSTRAINT "shop_review_customer_id_product_id_key" UNIQUE ("customer_id", "product_id");
