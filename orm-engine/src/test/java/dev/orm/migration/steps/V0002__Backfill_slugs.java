package dev.orm.migration.steps;

import java.util.Locale;

import dev.orm.migration.apply.step.DataMigration;
import dev.orm.migration.apply.step.MigrationTables;

// tag::step[]
@SuppressWarnings("checkstyle:TypeName")
public final class V0002__Backfill_slugs extends DataMigration {

	@Override
	protected void forward(MigrationTables db) {
		db.table("shop_category")
			.where("slug IS NULL")
			.inBatchesOf(5_000)
			.update((row) -> row.set("slug", slug(row.text("name"))));
	}

	@Override
	protected void backward(MigrationTables db) {
		db.table("shop_category").update((row) -> row.set("slug", null));
	}

	private static String slug(String title) {
		return title.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
	}

}
// end::step[]
