package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.path.Column;

/**
 * What else is said of a check: {@code meta.check(…)} answers it. Used by one thread,
 * while the model's {@link Meta} methods run.
 *
 * @param <T> the model
 */
public final class CheckOptions<T extends Model> {

	private final String name;

	private final Node condition;

	private final List<String> attributes = new ArrayList<>();

	private String message = "";

	CheckOptions(String name, Node condition) {
		this.name = name;
		this.condition = condition;
	}

	/**
	 * Say at which fields an error is shown; else it is one of the row as a whole.
	 * @param columns the fields
	 * @return this
	 */
	@SafeVarargs
	public final CheckOptions<T> on(Column<? super T, ?>... columns) {
		for (Column<? super T, ?> column : columns) {
			this.attributes.add(column.path());
		}
		return this;
	}

	/**
	 * Say at which fields an error is shown; else it is one of the row as a whole.
	 * @param names their attributes
	 * @return this
	 */
	public CheckOptions<T> on(String... names) {
		this.attributes.addAll(List.of(names));
		return this;
	}

	/**
	 * Say what people are told where a row breaks it.
	 * @param text the text
	 * @return this
	 */
	public CheckOptions<T> message(String text) {
		this.message = text;
		return this;
	}

	DeclaredCheck declared() {
		return new DeclaredCheck(this.name, this.condition, this.attributes, this.message);
	}

}
