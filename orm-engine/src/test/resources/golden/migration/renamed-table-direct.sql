-- migration/V0002__article.sql
ALTER TABLE "shop_product" RENAME TO "shop_article";
ALTER TABLE "shop_article" RENAME CONSTRAINT "shop_product_pkey" TO "shop_article_pkey";

-- undo/U0002__article.sql
ALTER TABLE "shop_article" RENAME CONSTRAINT "shop_article_pkey" TO "shop_product_pkey";
ALTER TABLE "shop_article" RENAME TO "shop_product";
