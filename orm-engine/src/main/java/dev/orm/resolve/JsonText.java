package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueTypes;

/** Follows a JSON path and takes its last value as text. Django's {@code KT}. */
final class JsonText {

	private final ColumnResolver columns;

	JsonText(ColumnResolver columns) {
		this.columns = columns;
	}

	Sql resolve(String path, ResolveMode mode) {
		List<String> names = PathFinder.split(path);
		if (names.size() < 2) {
			throw new FieldException("KT needs a key behind a JSON column: '%s'".formatted(path));
		}
		List<String> before = new ArrayList<>(names.subList(0, names.size() - 1));
		Sql document = this.columns.reference(String.join("__", before), mode);
		String key = names.get(names.size() - 1);
		boolean index = key.matches("\\d+");
		Sql bound = index ? new Parameter(-1, Integer.valueOf(key), (value) -> value, ValueTypes.INTEGER, true)
				: Parameter.constant(key, ValueTypes.TEXT);
		return Template.of("({} ->> {})", ValueTypes.TEXT, document, bound);
	}

}
