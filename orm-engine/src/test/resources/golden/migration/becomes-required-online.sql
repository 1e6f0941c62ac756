-- migration/V0002__product_note.sql
DO $$
DECLARE
	first_1 "shop_product"."id"%TYPE;
	last_1 "shop_product"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_product" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_product" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_product" SET "note" = 'none'
			WHERE ("id") >= (first_1) AND ("id") <= (last_1) AND ("note" IS NULL);
		COMMIT;
		SELECT "id" INTO first_1 FROM "shop_product" WHERE ("id") > (last_1) ORDER BY "id" LIMIT 1;
	END LOOP;
END $$;
ALTER TABLE "shop_product" DROP CONSTRAINT IF EXISTS "note_is_not_null";
ALTER TABLE "shop_product" ADD CONSTRAINT "note_is_not_null" CHECK ("note" IS NOT NULL) NOT VALID;
ALTER TABLE "shop_product" VALIDATE CONSTRAINT "note_is_not_null";
ALTER TABLE "shop_product" ALTER COLUMN "note" SET NOT NULL;
ALTER TABLE "shop_product" DROP CONSTRAINT "note_is_not_null";

-- migration/V0002__product_note.sql.conf
executeInTransaction=false

-- undo/U0002__product_note.sql
ALTER TABLE "shop_product" ALTER COLUMN "note" DROP NOT NULL;

-- undo/U0002__product_note.sql.conf
executeInTransaction=false
