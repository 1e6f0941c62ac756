package dev.orm.migration.model;

import dev.orm.error.ModelDefinitionException;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;

/** Columns that are computed as they are read, which PostgreSQL has since 18. */
public final class VirtualColumns {

	private static final int SINCE = 18;

	private VirtualColumns() {
	}

	/**
	 * Refuse new ones for older servers, which would refuse them as the migration runs.
	 * @param before what the journal makes
	 * @param after what the models ask for
	 * @param postgres the oldest server, as the journal says
	 * @param places where columns are declared
	 * @throws ModelDefinitionException if there is one
	 */
	public static void require(Schema before, Schema after, int postgres, ColumnPlaces places) {
		if (postgres < SINCE) {
			after.all(Column.class)
				.stream()
				.filter((column) -> isVirtual(column) && before.find(column.id()).filter(column::equals).isEmpty())
				.findFirst()
				.ifPresent((column) -> {
					throw new ModelDefinitionException(
							"%s is computed as it is read, which PostgreSQL does since 18, and the journal says 'postgres %d'. hint: @GeneratedColumn without stored = false, or 'postgres 18' in db/schema.journal if no server is older"
								.formatted(places.of(column.id()), postgres),
							places.subject(column.id()));
				});
		}
	}

	private static boolean isVirtual(Column column) {
		return column.generated() != null && !column.generated().stored();
	}

}
