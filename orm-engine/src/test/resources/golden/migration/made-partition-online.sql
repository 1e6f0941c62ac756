-- migration/V0002__product_new.sql
CREATE TABLE shop_product_new PARTITION OF shop_product FOR VALUES FROM (0) TO (1000000);

-- undo/U0002__product_new.sql
-- loses shop_product_new
DROP TABLE shop_product_new;
