package dev.orm.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.orm.expression.PathKey;
import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Paths into JSON documents. One key is {@code ->}, several are one {@code #>}. Keys are
 * bound, never written into the text. Django's {@code KeyTransform}.
 */
public final class JsonKeys {

	private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}");

	private static final ValueType PATH = ValueTypes.arrayOf(ValueTypes.TEXT);

	private JsonKeys() {
	}

	/**
	 * Follow a key, or an index if it looks like a number.
	 * @param document a JSON document, or what was found in one
	 * @param segment the key as a segment of a path; one that is encoded is no index
	 * @return the value under it
	 */
	public static Sql follow(Sql document, String segment) {
		String key = PathKey.decode(segment);
		return path(document).map((path) -> {
			List<String> keys = new ArrayList<>(keys(path));
			keys.add(key);
			return nested(BuiltInOperator.PATH, path.left(), keys, ValueTypes.JSON);
		}).orElseGet(() -> new Infix(BuiltInOperator.KEY, document, bound(segment, key), ValueTypes.JSON));
	}

	/**
	 * Take what was found in a document as text; of a whole document, the document
	 * itself. Django's {@code KT}.
	 * @param found a JSON document, or what was found in one
	 * @return its text; NULL for JSON null
	 */
	public static Sql text(Sql found) {
		return path(found).map((path) -> {
			SqlOperator operator = (path.operator() == BuiltInOperator.KEY) ? BuiltInOperator.KEY_TEXT
					: BuiltInOperator.PATH_TEXT;
			return new Infix(operator, path.left(), path.right(), ValueTypes.TEXT);
		}).orElseGet(() -> nested(BuiltInOperator.PATH_TEXT, found, List.of(), ValueTypes.TEXT));
	}

	/**
	 * Return whether an expression is what was found under a key.
	 * @param sql any expression
	 * @return true if it is
	 */
	public static boolean isKey(Sql sql) {
		return path(sql).isPresent();
	}

	static List<String> keysOf(Sql sql) {
		return path(sql).map(JsonKeys::keys).orElse(List.of());
	}

	private static Sql bound(String segment, String key) {
		Sql bound = INDEX.matcher(segment).matches() ? Parameter.constant(Integer.valueOf(key), ValueTypes.INTEGER)
				: Parameter.constant(key, ValueTypes.TEXT);
		return ((Parameter) bound).asTyped();
	}

	private static Infix nested(SqlOperator operator, Sql document, List<String> keys, ValueType type) {
		return new Infix(operator, document, Parameter.constant(List.copyOf(keys), PATH).asTyped(), type);
	}

	private static Optional<Infix> path(Sql sql) {
		boolean key = sql instanceof Infix infix
				&& (infix.operator() == BuiltInOperator.KEY || infix.operator() == BuiltInOperator.PATH)
				&& infix.right() instanceof Parameter parameter && parameter.constant() != null;
		return key ? Optional.of((Infix) sql) : Optional.empty();
	}

	private static List<String> keys(Infix path) {
		Object constant = ((Parameter) path.right()).constant();
		return (constant instanceof List<?> keys) ? keys.stream().map(Object::toString).toList()
				: List.of(String.valueOf(constant));
	}

}
