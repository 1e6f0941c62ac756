-- migration/V0002__product_title.sql
ALTER TABLE "shop_product" ADD COLUMN "title" varchar(200);
CREATE OR REPLACE FUNCTION "shop_product_name_title_bond"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF NEW."title" IS NULL THEN NEW."title" := NEW."name"; ELSE NEW."name" := NEW."title"; END IF;
	ELSIF NEW."title" IS DISTINCT FROM OLD."title" THEN NEW."name" := NEW."title";
	ELSE NEW."title" := NEW."name";
	END IF;
	RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "shop_product_name_title_bond" BEFORE INSERT OR UPDATE ON "shop_product" FOR EACH ROW EXECUTE FUNCTION "shop_product_name_title_bond"();

-- migration/V0003__product_title_2.sql
DO $$
DECLARE
	first_1 "shop_product"."id"%TYPE;
	last_1 "shop_product"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_product" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_product" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_product" SET "title" = "name"
			WHERE ("id") >= (first_1) AND ("id") <= (last_1) AND ("title" IS NULL);
		COMMIT;
		SELECT "id" INTO first_1 FROM "shop_product" WHERE ("id") > (last_1) ORDER BY "id" LIMIT 1;
	END LOOP;
END $$;
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "title_is_not_null";
ALTER TABLE "shop_product" ADD CONSTRAINT "title_is_not_null" CHECK ("title" IS NOT NULL) NOT VALID;
ALTER TABLE "shop_product" VALIDATE CONSTRAINT "title_is_not_null";
ALTER TABLE "shop_product" ALTER COLUMN "title" SET NOT NULL;
ALTER TABLE "shop_product" DROP CONSTRAINT "title_is_not_null";

-- migration/V0003__product_title_2.sql.conf
executeInTransaction=false

-- undo/U0002__product_title.sql
DROP TRIGGER IF EXISTS "shop_product_name_title_bond" ON "shop_product";
DROP FUNCTION IF EXISTS "shop_product_name_title_bond"();
ALTER TABLE "shop_product" DROP COLUMN "title";

-- undo/U0003__product_title_2.sql
ALTER TABLE "shop_product" ALTER COLUMN "title" DROP NOT NULL;

-- undo/U0003__product_title_2.sql.conf
executeInTransaction=false

-- pending/product_title_contract.sql
DROP TRIGGER IF EXISTS "shop_product_name_title_bond" ON "shop_product";
DROP FUNCTION IF EXISTS "shop_product_name_title_bond"();
ALTER TABLE "shop_product" DROP COLUMN "name";

-- pending/product_title_contract.undo.sql
ALTER TABLE "shop_product" ADD COLUMN "name" varchar(200);
UPDATE "shop_product" SET "name" = "title"::varchar(200);
UPDATE "shop_product" SET "name" = '' WHERE "name" IS NULL;
ALTER TABLE "shop_product" ALTER COLUMN "name" SET NOT NULL;
CREATE OR REPLACE FUNCTION "shop_product_name_title_bond"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF NEW."title" IS NULL THEN NEW."title" := NEW."name"; ELSE NEW."name" := NEW."title"; END IF;
	ELSIF NEW."title" IS DISTINCT FROM OLD."title" THEN NEW."name" := NEW."title";
	ELSE NEW."title" := NEW."name";
	END IF;
	RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "shop_product_name_title_bond" BEFORE INSERT OR UPDATE ON "shop_product" FOR EACH ROW EXECUTE FUNCTION "shop_product_name_title_bond"();
