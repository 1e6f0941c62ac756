package dev.orm.tree;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Call;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.Subscript;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Takes characters of a text or elements of an array by position. Django's sliced
 * {@code F}.
 */
public final class Substrings {

	private Substrings() {
	}

	/**
	 * Take a part by position.
	 * @param expression the text or array
	 * @param from the first position, from 0
	 * @param to the position after the last, or null
	 * @return an expression
	 */
	public static Sql of(Sql expression, int from, @Nullable Integer to) {
		if (from < 0 || (to != null && to < 0)) {
			throw new QueryValueException("Negative indexing is not supported: [%d:%s]".formatted(from, to),
					Subject.ofArgument("slice"));
		}
		if (to != null && to < from) {
			throw new QueryValueException("Slice stop must not be less than slice start: [%d:%d]".formatted(from, to),
					Subject.ofArgument("slice"));
		}
		if (expression.type().kind() == Kind.ARRAY) {
			return new Subscript(expression, List.of(new Subscript.Slice(from + 1, to)), expression.type());
		}
		if (expression.type().kind() != Kind.TEXT) {
			throw new UnsupportedQueryException(
					"A %s does not support slicing, only texts and arrays do.".formatted(expression.type().sqlName()),
					Subject.ofArgument("slice"));
		}
		List<Sql> arguments = new ArrayList<>(List.of(expression, Literal.of(from + 1)));
		if (to != null) {
			arguments.add(Literal.of(to - from));
		}
		return new Call("SUBSTRING", arguments, ValueTypes.TEXT);
	}

}
