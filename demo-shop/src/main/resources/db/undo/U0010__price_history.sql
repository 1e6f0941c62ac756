-- loses shop_product_history
DROP TRIGGER "history_insert" ON "shop_product";
DROP TRIGGER "history_update" ON "shop_product";
DROP TRIGGER "history_delete" ON "shop_product";
DROP TRIGGER "history_truncate" ON "shop_product";
DROP FUNCTION "shop_product_history"();
DROP TABLE "shop_product_history";
