package dev.orm.migration.steps;

import java.util.ArrayList;
import java.util.List;

import dev.orm.migration.apply.step.DataMigration;
import dev.orm.migration.apply.step.MigrationTables;

/**
 * Commits after each batch of two, and stops at a name it does not like. It has no way
 * back.
 */
@SuppressWarnings("checkstyle:TypeName")
public final class V0002__Number_rows extends DataMigration {

	private final List<String> seen = new ArrayList<>();

	private final String stop;

	public V0002__Number_rows(String stop) {
		this.stop = stop;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return false;
	}

	@Override
	protected void forward(MigrationTables db) {
		db.table("shop_category").where("slug IS NULL").inBatchesOf(2).update((row) -> {
			String name = String.valueOf(row.text("name"));
			this.seen.add(name);
			if (name.equals(this.stop)) {
				throw new IllegalStateException("no " + name);
			}
			row.set("slug", row.number("id"));
		});
	}

	/** The rows it was shown. */
	public List<String> seen() {
		return this.seen;
	}

}
