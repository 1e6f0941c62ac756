package dev.orm.migration.model;

import java.util.Locale;

import dev.orm.sql.Parameter;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** Writes the values of declared expressions as SQL literals. */
final class ValueLiterals {

	private ValueLiterals() {
	}

	static String of(Parameter parameter) {
		ValueType type = parameter.type();
		Object value = parameter.conversion().apply(parameter.constant());
		String text = (value != null) ? type.codec().write(type.codec().convert(value)) : null;
		if (text == null) {
			return "NULL::" + type.sqlName();
		}
		return (type.kind() == Kind.BOOLEAN) ? text.toUpperCase(Locale.ROOT) : literal(type, text, parameter);
	}

	private static String literal(ValueType type, String text, Parameter parameter) {
		if (isPlainNumber(type.kind(), text)) {
			// a whole literal is an integer, which a decimal must not become in a
			// quotient
			boolean exact = type.kind() != Kind.DECIMAL || text.contains(".") || !parameter.typed();
			return exact ? text : cast(text, type);
		}
		boolean adapts = type.kind() == Kind.TEXT && !parameter.typed();
		return adapts ? SqlLiterals.text(text) : cast(SqlLiterals.text(text), type);
	}

	private static boolean isPlainNumber(Kind kind, @Nullable String text) {
		boolean plain = kind == Kind.SMALLINT || kind == Kind.INTEGER || kind == Kind.BIGINT || kind == Kind.DECIMAL;
		return plain && text != null && text.matches("-?\\d+(\\.\\d+)?");
	}

	private static String cast(String literal, ValueType type) {
		return (literal.startsWith("-") ? "(" + literal + ")" : literal) + "::" + type.sqlName();
	}

}
