-- migration/V0002__article.sql
ALTER TABLE "shop_product" RENAME TO "shop_article";
CREATE VIEW "shop_product" WITH (security_invoker = true) AS SELECT "id", "name" FROM "shop_article";

-- migration/V0003__article_pkey.sql
ALTER TABLE "shop_article" RENAME CONSTRAINT "shop_product_pkey" TO "shop_article_pkey";

-- undo/U0002__article.sql
DROP VIEW IF EXISTS "shop_product";
ALTER TABLE "shop_article" RENAME TO "shop_product";

-- undo/U0003__article_pkey.sql
ALTER TABLE "shop_article" RENAME CONSTRAINT "shop_article_pkey" TO "shop_product_pkey";

-- pending/article_contract.sql
DROP VIEW IF EXISTS "shop_product";

-- pending/article_contract.undo.sql
CREATE VIEW "shop_product" WITH (security_invoker = true) AS SELECT "id", "name" FROM "shop_article";
