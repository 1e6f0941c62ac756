-- loses shop_review.deleted_by, shop_review.updated_at, shop_review.updated_by, shop_review.created_by, shop_order.updated_at, shop_order.updated_by, shop_order.created_by
ALTER TABLE "shop_review" DROP COLUMN "deleted_by";
ALTER TABLE "shop_review" DROP COLUMN "updated_at";
ALTER TABLE "shop_review" DROP COLUMN "updated_by";
ALTER TABLE "shop_review" DROP COLUMN "created_by";
ALTER TABLE "shop_order" DROP COLUMN "updated_at";
ALTER TABLE "shop_order" DROP COLUMN "updated_by";
ALTER TABLE "shop_order" DROP COLUMN "created_by";
