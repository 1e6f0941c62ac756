package dev.orm.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Lookups on JSON documents and the values in them. Any name that is no lookup is a key.
 * {@code exact} with null asks for the JSON {@code null}; whether there is a value at all
 * is asked by {@code isnull}. Django's {@code fields.json}.
 */
final class JsonLookups implements LookupFactory {

	private static final Set<String> TEXT_LOOKUPS = Set.of("iexact", "icontains", "startswith", "istartswith",
			"endswith", "iendswith", "regex", "iregex");

	private final TextLookups texts = new TextLookups();

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() != Kind.JSON) {
			return Optional.empty();
		}
		if (TEXT_LOOKUPS.contains(name) && JsonKeys.isKey(left)) {
			return this.texts.lookup(name, left).map(JsonLookups::onText);
		}
		return switch (name) {
			case "exact" -> Optional.of(JsonLookups::exact);
			case "contains" -> Optional.of((subject, right) -> compare(BuiltInOperator.CONTAINS, subject, right));
			case "contained_by" -> Optional.of((subject, right) -> compare(BuiltInOperator.CONTAINED, subject, right));
			case "has_key" -> Optional.of(JsonLookups::hasKey);
			case "has_keys" -> Optional.of((subject, right) -> hasKeys(BuiltInOperator.HAS_KEYS, subject, right));
			case "has_any_keys" ->
				Optional.of((subject, right) -> hasKeys(BuiltInOperator.HAS_ANY_KEY, subject, right));
			default -> Optional.empty();
		};
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		return (left.type().kind() == Kind.JSON) ? Optional.of((document) -> JsonKeys.follow(document, name))
				: Optional.empty();
	}

	@Override
	public Set<String> names() {
		return Set.of("contains", "contained_by", "has_key", "has_keys", "has_any_keys");
	}

	/**
	 * What is looked for in the value of a key is its text, unless it is null, which no
	 * text equals.
	 */
	private static Lookup onText(Lookup lookup) {
		return (subject, right) -> Operands.isNull(right) ? lookup.apply(subject, right)
				: lookup.apply(JsonKeys.text(subject), right);
	}

	private static Sql exact(Sql left, Operand right) {
		if (Operands.isNull(right)) {
			return Operands.compare(BuiltInOperator.EQUAL, left, new Cast(Literal.of("null"), ValueTypes.JSON));
		}
		return compare(BuiltInOperator.EQUAL, left, right);
	}

	private static Sql compare(SqlOperator operator, Sql left, Operand right) {
		Operands.refuseNull(right);
		// a document of the column's class is written as the column's are, anything else
		// as JSON of its own
		boolean own = right instanceof Operand.Value value && left.type().javaType().isInstance(value.value());
		return Operands.compare(operator, left, Operands.bind(right, own ? left.type() : ValueTypes.JSON));
	}

	private static Sql hasKey(Sql left, Operand right) {
		Operands.refuseNull(right);
		if (right instanceof Operand.Expression expression && JsonKeys.isKey(expression.sql())) {
			return hasKey(left, JsonKeys.keysOf(expression.sql()));
		}
		Conversion text = (value) -> (value != null) ? value.toString() : null;
		return Infix.condition(left, BuiltInOperator.HAS_KEY, Operands.bind(right, ValueTypes.TEXT, text));
	}

	/** A path on the right leads to the key, its last segment. */
	private static Sql hasKey(Sql left, List<String> path) {
		Sql document = left;
		for (String key : path.subList(0, path.size() - 1)) {
			document = JsonKeys.follow(document, key);
		}
		Operand last = new Operand.Value(-1, path.get(path.size() - 1), null);
		return hasKey(document, last);
	}

	private static Sql hasKeys(SqlOperator operator, Sql left, Operand right) {
		if (!(right instanceof Operand.Value value) || !(value.value() instanceof Collection<?>)) {
			throw new QueryValueException("has_keys and has_any_keys need a list of keys.",
					Subject.ofArgument("has_keys"))
				.of(Operands.given(right));
		}
		return Infix.condition(left, operator,
				Operands.parameter(value, ValueTypes.arrayOf(ValueTypes.TEXT), JsonLookups::texts));
	}

	private static Object texts(@Nullable Object keys) {
		return ((Collection<?>) Objects.requireNonNull(keys)).stream().map(String::valueOf).toList();
	}

}
