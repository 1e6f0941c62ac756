package dev.orm.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
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
	 * @param key the key
	 * @return the value under it
	 */
	public static Sql follow(Sql document, String key) {
		return path(document).map((path) -> {
			List<String> keys = new ArrayList<>(keys(path));
			keys.add(key);
			return nested("#>", path.left(), keys, ValueTypes.JSON);
		}).orElseGet(() -> single("->", document, key, ValueTypes.JSON));
	}

	/**
	 * Take what was found in a document as text; of a whole document, the document
	 * itself. Django's {@code KT}.
	 * @param found a JSON document, or what was found in one
	 * @return its text; NULL for JSON null
	 */
	public static Sql text(Sql found) {
		return path(found).map((path) -> {
			List<String> keys = keys(path);
			return (keys.size() == 1) ? single("->>", path.left(), keys.get(0), ValueTypes.TEXT)
					: nested("#>>", path.left(), keys, ValueTypes.TEXT);
		}).orElseGet(() -> nested("#>>", found, List.of(), ValueTypes.TEXT));
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

	private static Infix single(String operator, Sql document, String key, ValueType type) {
		Sql bound = INDEX.matcher(key).matches() ? Parameter.constant(Integer.valueOf(key), ValueTypes.INTEGER)
				: Parameter.constant(key, ValueTypes.TEXT);
		return new Infix(operator, document, ((Parameter) bound).asTyped(), type);
	}

	private static Infix nested(String operator, Sql document, List<String> keys, ValueType type) {
		return new Infix(operator, document, Parameter.constant(List.copyOf(keys), PATH).asTyped(), type);
	}

	private static Optional<Infix> path(Sql sql) {
		boolean key = sql instanceof Infix infix && (infix.operator().equals("->") || infix.operator().equals("#>"))
				&& infix.right() instanceof Parameter parameter && parameter.constant() != null;
		return key ? Optional.of((Infix) sql) : Optional.empty();
	}

	private static List<String> keys(Infix path) {
		Object constant = ((Parameter) path.right()).constant();
		return (constant instanceof List<?> keys) ? keys.stream().map(Object::toString).toList()
				: List.of(String.valueOf(constant));
	}

}
