package dev.orm.resolve;

import dev.orm.error.FieldException;
import dev.orm.lookup.JsonKeys;
import dev.orm.sql.Sql;

/** Follows a JSON path and takes its last value as text. Django's {@code KT}. */
final class JsonText {

	private final ColumnResolver columns;

	JsonText(ColumnResolver columns) {
		this.columns = columns;
	}

	Sql resolve(String path, ResolveMode mode) {
		Sql found = this.columns.reference(path, mode);
		if (!JsonKeys.isKey(found)) {
			throw new FieldException("KT needs a key behind a JSON column: '%s'".formatted(path));
		}
		return JsonKeys.text(found);
	}

}
