-- migration/V0002__product_old_attached_and_more.sql
ALTER TABLE shop_product DETACH PARTITION shop_product_old;
DROP TABLE shop_product_old;

-- undo/U0002__product_old_attached_and_more.sql
CREATE TABLE shop_product_old (LIKE shop_product INCLUDING CONSTRAINTS, CHECK (id < 0));
ALTER TABLE shop_product ATTACH PARTITION shop_product_old FOR VALUES FROM (MINVALUE) TO (0);
