package dev.orm.function;

import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.sql.Call;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Reading;
import dev.orm.sql.ServerValue;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;

/**
 * Infers the type of an expression from its parts, as Django's
 * {@code _resolve_output_field} does. Where the parts disagree the answer is a mixed
 * type, which may be compared and assigned but neither selected nor built upon:
 * {@link #require} raises for it.
 */
public final class OutputTypes {

	private OutputTypes() {
	}

	/**
	 * Infer the type of a function, CASE or COALESCE.
	 * @param sources the expressions it answers one of
	 * @return the type of the first if all others fit it, else a mixed type; the unknown
	 * type for NULLs alone
	 */
	public static ValueType of(List<? extends Sql> sources) {
		Sql first = null;
		for (Sql source : sources) {
			if (isMixed(source.type())) {
				return source.type();
			}
			if (source.type().kind() == Kind.UNKNOWN) {
				continue;
			}
			if (first == null) {
				first = source;
			}
			else if (!fits(first, source)) {
				return mixed("Expression contains mixed types: %s, %s.".formatted(first.type().sqlName(),
						source.type().sqlName()));
			}
			else if (isWider(source.type(), first.type())) {
				first = source;
			}
		}
		return (first != null) ? first.type() : sources.get(0).type();
	}

	/**
	 * Return the type of an expression whose values are needed.
	 * @param sql the expression
	 * @return its type
	 * @throws FieldException if its parts have types that do not go together and nobody
	 * said which one to use
	 */
	public static ValueType require(Sql sql) {
		MixedCodec.of(sql.type()).ifPresent((codec) -> {
			throw codec.error();
		});
		return sql.type();
	}

	/**
	 * Make a value name its type in the text, where its place does not tell PostgreSQL.
	 * @param sql any expression
	 * @return the same, or a parameter that names its type
	 */
	public static Sql typed(Sql sql) {
		if (sql instanceof Parameter parameter && parameter.type().kind() != Kind.UNKNOWN) {
			return withType(parameter, parameter.type()).asTyped();
		}
		return sql;
	}

	/**
	 * Bind a value with another type.
	 * @param parameter the value
	 * @param type the type; its length and precision are dropped, as a cast to them would
	 * cut values
	 * @return a copy
	 */
	public static Parameter withType(Parameter parameter, ValueType type) {
		return new Parameter(parameter.ordinal(), parameter.constant(), parameter.conversion(), plain(type),
				parameter.typed());
	}

	/**
	 * Drop length and precision.
	 * @param type a type such as {@code varchar(40)[]}
	 * @return the type such as {@code varchar[]}
	 */
	public static ValueType plain(ValueType type) {
		// char without a length would be one character
		String name = type.sqlName().replaceAll("\\([^)]*\\)", "").replaceFirst("^char(acter)?(?=\\[|$)", "bpchar");
		return name.equals(type.sqlName()) ? type
				: new ValueType(type.kind(), type.javaType(), name, type.element(), type.codec());
	}

	static ValueType mixed(String problem) {
		return new ValueType(Kind.UNKNOWN, Object.class, "unknown", null, new MixedCodec(problem));
	}

	private static boolean isMixed(ValueType type) {
		return MixedCodec.of(type).isPresent();
	}

	private static boolean isWider(ValueType type, ValueType than) {
		return type.kind().isInteger() && than.kind().isInteger() && type.kind().compareTo(than.kind()) > 0;
	}

	private static boolean fits(Sql first, Sql other) {
		Kind kind = first.type().kind();
		Kind otherKind = other.type().kind();
		if (kind.isInteger() && otherKind.isInteger()) {
			// Django's big and small integer fields extend its integer field, but not
			// each other
			return kind == otherKind || otherKind == Kind.INTEGER
					|| !(first instanceof Column && other instanceof Column);
		}
		if (isDateTime(kind)) {
			return isDateTime(otherKind) || otherKind == Kind.DATE;
		}
		if (kind == Kind.TEXT && otherKind == Kind.TEXT) {
			// Java has one class of text, so what is made of values fits columns of
			// either
			// kind
			return isLong(first.type()) == isLong(other.type()) || isValue(first) || isValue(other);
		}
		return kind == otherKind;
	}

	private static boolean isDateTime(Kind kind) {
		return kind == Kind.DATETIME || kind == Kind.LOCAL_DATETIME;
	}

	private static boolean isValue(Sql sql) {
		if (sql instanceof CaseWhen choice) {
			return choice.results().stream().allMatch(OutputTypes::isValue) && isValue(choice.otherwise());
		}
		boolean computed = sql instanceof Template || sql instanceof Call || sql instanceof Coalesce
				|| sql instanceof Infix || sql instanceof Reading;
		return sql instanceof Parameter || sql instanceof Literal || sql instanceof ServerValue
				|| (computed && !sql.children().isEmpty() && sql.children().stream().allMatch(OutputTypes::isValue));
	}

	private static boolean isLong(ValueType type) {
		return type.sqlName().equals("text");
	}

}
