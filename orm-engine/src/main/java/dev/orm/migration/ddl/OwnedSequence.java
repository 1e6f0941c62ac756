package dev.orm.migration.ddl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.schema.Column;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * A sequence that numbers the rows of a table by a column's default, as {@code serial}
 * makes it. Immutable.
 *
 * @param path the sequence, as SQL writes it
 */
record OwnedSequence(String path) {

	private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']++|'')++)'::regclass\\)");

	private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

	static Optional<OwnedSequence> of(Column column) {
		String value = column.defaultValue();
		Matcher next = NEXT.matcher((value != null) ? value : "");
		return next.matches() ? Optional.of(new OwnedSequence(next.group(1).replace("''", "'"))) : Optional.empty();
	}

	/** Numbers end where those of the column's type do. */
	String as(String type) {
		return "ALTER SEQUENCE " + this.path + " AS " + (INTEGERS.contains(type) ? type : "bigint");
	}

	/** It goes with its column. */
	String ownedBy(Column column) {
		return "ALTER SEQUENCE " + this.path + " OWNED BY " + table(column.table()) + "." + name(column.name());
	}

}
