-- migration/V0002__product_stock_new.sql
ALTER TABLE "shop_product" ADD COLUMN "stock_new" bigint;
CREATE OR REPLACE FUNCTION "shop_product_stock_stock_new_bond"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."stock_new" := NEW."stock"::bigint;
	RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "shop_product_stock_stock_new_bond" BEFORE INSERT OR UPDATE ON "shop_product" FOR EACH ROW EXECUTE FUNCTION "shop_product_stock_stock_new_bond"();

-- migration/V0003__product_stock_new_2.sql
DO $$
DECLARE
	first_1 "shop_product"."id"%TYPE;
	last_1 "shop_product"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_product" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_product" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_product" SET "stock_new" = "stock"::bigint
			WHERE ("id") >= (first_1) AND ("id") <= (last_1) AND ("stock_new" IS NULL);
		COMMIT;
		SELECT "id" INTO first_1 FROM "shop_product" WHERE ("id") > (last_1) ORDER BY "id" LIMIT 1;
	END LOOP;
END $$;
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "stock_new_is_not_null";
ALTER TABLE "shop_product" ADD CONSTRAINT "stock_new_is_not_null" CHECK ("stock_new" IS NOT NULL) NOT VALID;
ALTER TABLE "shop_product" VALIDATE CONSTRAINT "stock_new_is_not_null";
ALTER TABLE "shop_product" ALTER COLUMN "stock_new" SET NOT NULL;
ALTER TABLE "shop_product" DROP CONSTRAINT "stock_new_is_not_null";

-- migration/V0003__product_stock_new_2.sql.conf
executeInTransaction=false

-- migration/V0004__product_stock.sql
DROP TRIGGER IF EXISTS "shop_product_stock_stock_new_bond" ON "shop_product";
DROP FUNCTION IF EXISTS "shop_product_stock_stock_new_bond"();
ALTER TABLE "shop_product" DROP COLUMN "stock";
ALTER TABLE "shop_product" RENAME COLUMN "stock_new" TO "stock";

-- undo/U0002__product_stock_new.sql
DROP TRIGGER IF EXISTS "shop_product_stock_stock_new_bond" ON "shop_product";
DROP FUNCTION IF EXISTS "shop_product_stock_stock_new_bond"();
ALTER TABLE "shop_product" DROP COLUMN "stock_new";

-- undo/U0003__product_stock_new_2.sql
ALTER TABLE "shop_product" ALTER COLUMN "stock_new" DROP NOT NULL;

-- undo/U0003__product_stock_new_2.sql.conf
executeInTransaction=false

-- undo/U0004__product_stock.sql
ALTER TABLE "shop_product" RENAME COLUMN "stock" TO "stock_new";
ALTER TABLE "shop_product" ADD COLUMN "stock" integer;
UPDATE "shop_product" SET "stock" = "stock_new"::integer;
ALTER TABLE "shop_product" ALTER COLUMN "stock" SET NOT NULL;
CREATE OR REPLACE FUNCTION "shop_product_stock_stock_new_bond"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."stock_new" := NEW."stock"::bigint;
	RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "shop_product_stock_stock_new_bond" BEFORE INSERT OR UPDATE ON "shop_product" FOR EACH ROW EXECUTE FUNCTION "shop_product_stock_stock_new_bond"();
