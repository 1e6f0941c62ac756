package dev.orm.lookup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.function.OutputTypes;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
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

	private static final String ESCAPED = "REPLACE(REPLACE(REPLACE({}, E'\\\\', E'\\\\\\\\'), E'%', E'\\\\%'), E'_', E'\\\\_')";

	/** Where the wildcards stand around what is looked for. */
	private static final Map<String, String> PATTERNS = Map.of("contains", "%{}%", "icontains", "%{}%", "startswith",
			"{}%", "istartswith", "{}%", "endswith", "%{}", "iendswith", "%{}");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() == Kind.TUPLE || isRangeTransform(name, left)) {
			return Optional.empty();
		}
		return switch (name) {
			case "iexact" -> Optional.of(TextLookups::iexact);
			case "regex" -> Optional.of((subject, right) -> matches("~", subject, right));
			case "iregex" -> Optional.of((subject, right) -> matches("~*", subject, right));
			default -> PATTERNS.containsKey(name) ? Optional.of((subject, right) -> like(name, subject, right))
					: Optional.empty();
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
		return Operands.compare("=", upper(asText(left)), upper(text(right, Conversion.NONE)));
	}

	private static Sql matches(String operator, Sql left, Operand right) {
		Operands.refuseNull(right);
		return new Infix(operator, asText(left), text(right, Conversion.NONE), ValueTypes.BOOLEAN);
	}

	private static Sql like(String name, Sql left, Operand right) {
		Operands.refuseNull(right);
		boolean ignoreCase = name.startsWith("i");
		String pattern = Objects.requireNonNull(PATTERNS.get(name));
		Sql subject = ignoreCase ? upper(asText(left)) : asText(left);
		Sql wanted = (right instanceof Operand.Value) ? text(right, (value) -> pattern(pattern, value))
				: pattern(pattern, ignoreCase ? upper(escaped(right)) : escaped(right));
		boolean bound = wanted instanceof Parameter && ignoreCase;
		return new Infix("LIKE", subject, bound ? upper(wanted) : wanted, ValueTypes.BOOLEAN);
	}

	private static @Nullable Object pattern(String pattern, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		String text = (String) ValueTypes.TEXT.codec().convert(value);
		String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return pattern.replace("{}", literal);
	}

	private static Sql escaped(Operand right) {
		return Template.of(ESCAPED, ValueTypes.TEXT, text(right, Conversion.NONE));
	}

	private static Sql pattern(String pattern, Sql wanted) {
		String before = pattern.startsWith("%") ? "'%' || " : "";
		String after = pattern.endsWith("%") ? " || '%'" : "";
		return Template.of("(" + before + "{}" + after + ")", ValueTypes.TEXT, wanted);
	}

	/** The right side as text, which it may not be. */
	private static Sql text(Operand right, Conversion conversion) {
		Sql sql = (right instanceof Operand.Value value)
				? Operands.parameter(value, ValueTypes.TEXT, conversion).asTyped()
				: Operands.sql(right, ValueTypes.TEXT);
		return (sql.type().kind() == Kind.TEXT) ? sql : asText(sql);
	}

	static Sql asText(Sql sql) {
		return (sql.type().kind() == Kind.INET) ? Template.call("HOST", ValueTypes.TEXT, sql)
				: new Cast(OutputTypes.typed(sql), ValueTypes.TEXT);
	}

	private static Sql upper(Sql sql) {
		return Template.call("UPPER", ValueTypes.TEXT, sql);
	}

}
