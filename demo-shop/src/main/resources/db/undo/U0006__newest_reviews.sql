DROP INDEX CONCURRENTLY IF EXISTS "shop_review_product_id_created_at_idx";
