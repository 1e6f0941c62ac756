package dev.orm.migration.ddl;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;

/**
 * What rows that exist get in columns that take no NULL. Immutable.
 *
 * @param expressions SQL expressions by column
 */
public record Fills(Map<ObjectId, String> expressions) {

	/** Instead of an expression: the user writes the UPDATE into the file. */
	public static final String BY_QUERY = "@query";

	/** Instead of an expression: no row needs a value. */
	public static final String NO_ROW = "@none";

	private static final Pattern CONSTANT = Pattern
		.compile("-?\\d+(\\.\\d+)?|E?'(?:[^']++|'')*+'(::[a-z ]+(\\[\\])?)?|U&'(?:[^']++|'')*+'|true|false"
				+ "|CURRENT_(TIMESTAMP|DATE|TIME)|now\\(\\)", Pattern.CASE_INSENSITIVE);

	public Fills {
		expressions = Map.copyOf(expressions);
	}

	/**
	 * Return no expressions.
	 * @return none
	 */
	public static Fills none() {
		return new Fills(Map.of());
	}

	Optional<String> of(Column column) {
		return Optional.ofNullable(this.expressions.get(column.id()));
	}

	/**
	 * Return whether a fill is an expression, and no sign that stands for one.
	 * @param fill the fill
	 * @return true if it can be written into a statement
	 */
	public static boolean isExpression(String fill) {
		return !fill.equals(BY_QUERY) && !fill.equals(NO_ROW);
	}

	/**
	 * Return whether an expression is one value for all rows.
	 * @param expression the expression
	 * @return true for a literal or the current time
	 */
	public static boolean isConstant(String expression) {
		return CONSTANT.matcher(expression.strip()).matches();
	}

	/** The number of a row, in an expression of {@link #distinct(String)}. */
	static final String ROW_NUMBER = "\"numbered\".\"number\"";

	/** True and false by turns. */
	static final String BY_TURNS = ROW_NUMBER + " % 2 = 1";

	/**
	 * Return an expression that differs from row to row, for a column an undo brings back
	 * that tells rows apart.
	 * @param type the type of the column
	 * @return an expression over {@link #ROW_NUMBER}; empty for a type that has too few
	 * values
	 */
	static Optional<String> distinct(String type) {
		String base = type.replaceFirst("\\(.*", "").strip();
		return Optional.ofNullable(switch (base) {
			case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> ROW_NUMBER;
			case "text", "varchar", "char", "citext" -> ROW_NUMBER + "::text";
			case "date" -> "'1970-01-01'::date + " + ROW_NUMBER + "::integer";
			case "time" -> "'00:00'::time + " + ROW_NUMBER + " * interval '1 microsecond'";
			case "timestamp", "timestamp with time zone" ->
				"'1970-01-01'::" + type + " + " + ROW_NUMBER + " * interval '1 second'";
			case "interval" -> ROW_NUMBER + " * interval '1 second'";
			case "uuid" -> "gen_random_uuid()";
			case "bytea" -> "convert_to(" + ROW_NUMBER + "::text, 'UTF8')";
			case "inet" -> "'0.0.0.0'::inet + " + ROW_NUMBER;
			case "jsonb" -> "to_jsonb(" + ROW_NUMBER + ")";
			default -> null;
		});
	}

	/**
	 * Return a value that means nothing, for a column an undo brings back empty.
	 * @param type the type of the column
	 * @return a literal; empty for a type that has none
	 */
	public static Optional<String> neutral(String type) {
		String base = type.replaceFirst("\\(.*", "").strip();
		if (type.endsWith("[]")) {
			return Optional.of("'{}'");
		}
		return Optional.ofNullable(switch (base) {
			case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "0";
			case "text", "varchar", "char", "citext", "hstore", "tsvector" -> "''";
			case "boolean" -> "false";
			case "date", "timestamp", "timestamp with time zone" -> "'1970-01-01'";
			case "time", "interval" -> "'00:00'";
			case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
			case "json", "jsonb" -> "'{}'";
			case "bytea" -> "'\\x'";
			case "int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange" -> "'empty'";
			case "inet" -> "'0.0.0.0'";
			default -> null;
		});
	}

}
