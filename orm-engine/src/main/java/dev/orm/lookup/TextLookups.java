package dev.orm.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.function.OutputTypes;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Lookups on the text of any column: patterns, regular expressions, equality without
 * case. Wildcards in what is looked for are taken literally.
 */
final class TextLookups implements LookupFactory {

	private static final String ANYTHING = "%";

	/** What means something in a pattern, the sign that takes the meaning away first. */
	private static final List<String> SPECIAL = List.of("\\", ANYTHING, "_");

	private static final Map<String, Pattern> PATTERNS = Map.of("contains", new Pattern(Wildcards.AROUND, false),
			"icontains", new Pattern(Wildcards.AROUND, true), "startswith", new Pattern(Wildcards.BEHIND, false),
			"istartswith", new Pattern(Wildcards.BEHIND, true), "endswith", new Pattern(Wildcards.BEFORE, false),
			"iendswith", new Pattern(Wildcards.BEFORE, true));

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() == Kind.TUPLE || isRangeTransform(name, left)) {
			return Optional.empty();
		}
		return switch (name) {
			case "iexact" -> Optional.of(TextLookups::iexact);
			case "regex" -> Optional.of((subject, right) -> matches(BuiltInOperator.MATCHES, subject, right));
			case "iregex" -> Optional.of((subject, right) -> matches(BuiltInOperator.MATCHES_ANY_CASE, subject, right));
			default -> Optional.ofNullable(PATTERNS.get(name))
				.map((pattern) -> (subject, right) -> like(pattern, subject, right));
		};
	}

	@Override
	public Set<String> names() {
		return Set.of("iexact", "regex", "iregex", "contains", "icontains", "startswith", "istartswith", "endswith",
				"iendswith");
	}

	/** On a range these names are its bounds. */
	private static boolean isRangeTransform(String name, Sql left) {
		return left.type().kind() == Kind.RANGE && (name.equals("startswith") || name.equals("endswith"));
	}

	private static Sql iexact(Sql left, Operand right) {
		if (Operands.isNull(right)) {
			return Terms.isNull(left, true);
		}
		return Operands.compare(BuiltInOperator.EQUAL, upper(asText(left)), upper(text(right, Conversion.NONE)));
	}

	private static Sql matches(SqlOperator operator, Sql left, Operand right) {
		Operands.refuseNull(right);
		return Infix.condition(asText(left), operator, text(right, Conversion.NONE));
	}

	private static Sql like(Pattern pattern, Sql left, Operand right) {
		Operands.refuseNull(right);
		boolean ignoreCase = pattern.ignoresCase();
		Wildcards wildcards = pattern.wildcards();
		Sql subject = ignoreCase ? upper(asText(left)) : asText(left);
		Sql wanted = (right instanceof Operand.Value) ? text(right, (value) -> pattern(wildcards, value))
				: pattern(wildcards, ignoreCase ? upper(escaped(right)) : escaped(right));
		boolean bound = wanted instanceof Parameter && ignoreCase;
		return Infix.condition(subject, BuiltInOperator.LIKE, bound ? upper(wanted) : wanted);
	}

	private static @Nullable Object pattern(Wildcards wildcards, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		String literal = (String) ValueTypes.TEXT.codec().convert(value);
		for (String special : SPECIAL) {
			literal = literal.replace(special, "\\" + special);
		}
		return (wildcards.before ? ANYTHING : "") + literal + (wildcards.behind ? ANYTHING : "");
	}

	private static Sql escaped(Operand right) {
		Sql escaped = text(right, Conversion.NONE);
		for (String special : SPECIAL) {
			escaped = Call.of("REPLACE", ValueTypes.TEXT, escaped, Literal.of(special), Literal.of("\\" + special));
		}
		return escaped;
	}

	private static Sql pattern(Wildcards wildcards, Sql wanted) {
		Sql begun = wildcards.before ? joined(Literal.of(ANYTHING), wanted) : wanted;
		return wildcards.behind ? joined(begun, Literal.of(ANYTHING)) : begun;
	}

	private static Sql joined(Sql before, Sql behind) {
		return new Infix(BuiltInOperator.JOINED, before, behind, ValueTypes.TEXT);
	}

	/** The right side as text, which it may not be. */
	private static Sql text(Operand right, Conversion conversion) {
		Sql sql = (right instanceof Operand.Value value)
				? Operands.parameter(value, ValueTypes.TEXT, conversion).asTyped()
				: Operands.sql(right, ValueTypes.TEXT);
		return (sql.type().kind() == Kind.TEXT) ? sql : asText(sql);
	}

	static Sql asText(Sql sql) {
		return (sql.type().kind() == Kind.INET) ? Call.of("HOST", ValueTypes.TEXT, sql)
				: new Cast(OutputTypes.typed(sql), ValueTypes.TEXT);
	}

	private static Sql upper(Sql sql) {
		return Call.of("UPPER", ValueTypes.TEXT, sql);
	}

	/**
	 * How texts are compared with what is looked for.
	 *
	 * @param wildcards where anything may stand
	 * @param ignoresCase whether large and small letters are the same
	 */
	private record Pattern(Wildcards wildcards, boolean ignoresCase) {

	}

	/** Where anything may stand around what is looked for. */
	private enum Wildcards {

		BEFORE(true, false), BEHIND(false, true), AROUND(true, true);

		private final boolean before;

		private final boolean behind;

		Wildcards(boolean before, boolean behind) {
			this.before = before;
			this.behind = behind;
		}

	}

}
