DROP INDEX CONCURRENTLY IF EXISTS "shop_review_product_id_created_at_idx";
CREATE INDEX CONCURRENTLY "shop_review_product_id_created_at_idx" ON "shop_review" ("product_id", "created_at" DESC);
