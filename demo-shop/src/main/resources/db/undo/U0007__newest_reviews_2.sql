DROP INDEX CONCURRENTLY IF EXISTS "shop_review_product_id_idx";
CREATE INDEX CONCURRENTLY "shop_review_product_id_idx" ON "shop_review" ("product_id");
