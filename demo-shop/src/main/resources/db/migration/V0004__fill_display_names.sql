DO $$
DECLARE
	first_1 "shop_user"."id"%TYPE;
	last_1 "shop_user"."id"%TYPE;
BEGIN
	SELECT "id" INTO first_1 FROM "shop_user" ORDER BY "id" LIMIT 1;
	WHILE first_1 IS NOT NULL LOOP
		SELECT "id" INTO last_1 FROM (SELECT "id" FROM "shop_user" WHERE ("id") >= (first_1) ORDER BY "id" LIMIT 10000) AS batch
			ORDER BY "id" DESC LIMIT 1;
		UPDATE "shop_user" SET "display_name" = "first_name" || ' ' || "last_name"
			WHERE ("id") >= (first_1) AND ("id") <= (last_1) AND ("display_name" IS NULL);
		COMMIT;
		SELECT "id" INTO first_1 FROM "shop_user" WHERE ("id") > (last_1) ORDER BY "id" LIMIT 1;
	END LOOP;
END $$;
