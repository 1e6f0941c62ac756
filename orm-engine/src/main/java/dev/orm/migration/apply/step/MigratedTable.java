package dev.orm.migration.apply.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.Column;
import dev.orm.schema.TablePath;
import org.jspecify.annotations.Nullable;

/**
 * A table at the version of a migration. Immutable.
 *
 * @param migration the migration
 * @param connection where it runs
 * @param name the table, as the text of its path
 * @param columns its columns
 * @param key the columns of its primary key; none without one
 */
record MigratedTable(String migration, Connection connection, String name, List<Column> columns, List<String> key) {

	/** Its path, each part in double quotes. */
	String quoted() {
		return TablePath.of(this.name).parts().stream().map(MigratedTable::quoted).collect(Collectors.joining("."));
	}

	static String quoted(String name) {
		return IdentifierQuoting.DOUBLE_QUOTES.quote(name);
	}

	/** The columns of the key, as a list of SQL. */
	String keyList() {
		return this.key.stream().map(MigratedTable::quoted).collect(Collectors.joining(", "));
	}

	Column column(String column) {
		return this.columns.stream()
			.filter((candidate) -> candidate.name().equals(column))
			.findFirst()
			.orElseThrow(() -> new MigrationException(this.migration,
					"Table '%s' has no column '%s' at %s.".formatted(this.name, column, this.migration),
					UnknownName.of(this.name, column, this.columns.stream().map(Column::name).toList()), ""));
	}

	/** A question mark that takes a value as any type spells it. */
	String parameter(String column) {
		return "?::" + column(column).type();
	}

	MigrationException failure(SQLException cause) {
		return refusal("%s failed at table '%s': %s".formatted(this.migration, this.name, cause.getMessage()), cause);
	}

	MigrationException refusal(String message, @Nullable Throwable cause) {
		return new MigrationException(this.migration, message, Subject.ofModel(this.name), cause);
	}

}
