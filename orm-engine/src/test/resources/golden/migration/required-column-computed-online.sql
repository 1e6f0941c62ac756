-- migration/V0002__product_title.sql
ALTER TABLE "shop_product" ADD COLUMN "title" varchar(200);

-- migration/V0003__product_title_fill.sql
DO $$
DECLARE
	first_1 "shop_product"."id"%TYPE;
	last_1 "shop_product"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_product" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_product" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_product" SET "title" = upper(name)
			WHERE ("id") >= (first_1) AND ("id") <= (last_1) AND ("title" IS NULL);
		COMMIT;
		SELECT "id" INTO first_1 FROM "shop_product" WHERE ("id") > (last_1) ORDER BY "id" LIMIT 1;
	END LOOP;
END $$;

-- migration/V0003__product_title_fill.sql.conf
executeInTransaction=false

-- undo/U0002__product_title.sql
-- loses shop_product.title
ALTER TABLE "shop_product" DROP COLUMN "title";

-- undo/U0003__product_title_fill.sql

-- undo/U0003__product_title_fill.sql.conf
executeInTransaction=false

-- pending/product_title_contract.sql
DO $$
DECLARE
	first_1 "shop_product"."id"%TYPE;
	last_1 "shop_product"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_product" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_product" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_product" SET "title" = upper(name)
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

-- pending/product_title_contract.sql.conf
executeInTransaction=false

-- pending/product_title_contract.undo.sql
ALTER TABLE "shop_product" ALTER COLUMN "title" DROP NOT NULL;

-- pending/product_title_contract.undo.sql.conf
executeInTransaction=false
