package dev.orm.migration.apply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a row of Flyway's table says. Immutable.
 *
 * @param version the version of the migration
 * @param description its name, in words
 * @param type what runs it, or that it was taken back
 * @param script its file
 * @param checksum the file's; null where there is none
 */
record HistoryRow(String version, String description, String type, String script, @Nullable Integer checksum) {

	/** The row Flyway would write once a migration ran. */
	static HistoryRow of(MigrationInfo migration) {
		return new HistoryRow(migration.getVersion().getVersion(), migration.getDescription(),
				migration.getType().name(), migration.getScript(), migration.getChecksum());
	}

	static HistoryRow read(ResultSet row) throws SQLException {
		return new HistoryRow(row.getString("version"), row.getString("description"), row.getString("type"),
				row.getString("script"), row.getObject("checksum", Integer.class));
	}

	/** The row that says that the migration was taken back. */
	HistoryRow deleted() {
		return new HistoryRow(this.version, this.description, "DELETE", this.script, this.checksum);
	}

	/** Whether both are one migration, whatever their versions. */
	boolean isSame(HistoryRow other) {
		return this.description.equals(other.description) && Objects.equals(this.checksum, other.checksum);
	}

	/** As in {@code V0002__product_title}. */
	String title() {
		return MigrationStatus.title(this.script);
	}

}
