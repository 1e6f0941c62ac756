package dev.orm.function;

import java.util.Optional;

import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * The text search configuration that documents and queries are made with. A name is
 * written into the text, so that an index on the same vector is used; an expression, such
 * as a column with the language of the row, is cast.
 */
public final class SearchConfiguration {

	private static final ValueType TYPE = new ValueType(Kind.UNKNOWN, Object.class, "regconfig", null,
			ValueTypes.UNKNOWN.codec());

	private SearchConfiguration() {
	}

	static Sql named(String name) {
		return new Cast(Literal.of(Arguments.safeName(name, "text search configuration")), TYPE);
	}

	static Sql of(Sql expression) {
		return expression.type().equals(TYPE) ? expression : new Cast(expression, TYPE);
	}

	/**
	 * Find the configuration something was made with.
	 * @param made a document or a query
	 * @return its configuration, or empty if it was made with that of the database
	 */
	public static Optional<Sql> find(Sql made) {
		if (!(made instanceof Call call) || call.arguments().isEmpty()) {
			return Optional.empty();
		}
		Sql first = call.arguments().get(0);
		return first.type().equals(TYPE) ? Optional.of(first) : find(first);
	}

}
