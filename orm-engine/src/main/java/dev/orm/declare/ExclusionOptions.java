package dev.orm.declare;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What else is said of an exclusion constraint: {@code meta.exclude(…)} answers it. Used
 * by one thread, while the model's {@link Meta} methods run.
 *
 * @param <T> the model
 */
public final class ExclusionOptions<T extends Model> {

	private final String name;

	private final List<DeclaredExclusion.Element> elements = new ArrayList<>();

	private IndexMethod method = IndexMethod.GIST;

	private @Nullable Node where;

	private boolean deferred;

	private String message = "";

	ExclusionOptions(String name) {
		this.name = name;
	}

	/**
	 * Add a comparison; two rows clash where all of them hold.
	 * @param expression what is compared
	 * @param operator how
	 * @return this
	 */
	public ExclusionOptions<T> with(Expression<? super T, ?> expression, ExclusionOperator operator) {
		this.elements.add(new DeclaredExclusion.Element(expression.node(), operator.sql()));
		return this;
	}

	/**
	 * Add a comparison; two rows clash where all of them hold.
	 * @param attribute what is compared
	 * @param operator how
	 * @return this
	 */
	public ExclusionOptions<T> with(String attribute, ExclusionOperator operator) {
		this.elements.add(new DeclaredExclusion.Element(new Atom.Field(attribute), operator.sql()));
		return this;
	}

	/**
	 * Choose the access method of its index; else GIST.
	 * @param accessMethod the access method
	 * @return this
	 */
	public ExclusionOptions<T> using(IndexMethod accessMethod) {
		this.method = accessMethod;
		return this;
	}

	/**
	 * Hold for some rows only.
	 * @param condition which rows, by columns of the table alone
	 * @return this
	 */
	public ExclusionOptions<T> where(Condition<? super T> condition) {
		this.where = condition.node();
		return this;
	}

	/**
	 * Check it at the commit. SQL's {@code DEFERRABLE INITIALLY DEFERRED}.
	 * @return this
	 */
	public ExclusionOptions<T> deferred() {
		this.deferred = true;
		return this;
	}

	/**
	 * Say what people are told where a row breaks it.
	 * @param text the text
	 * @return this
	 */
	public ExclusionOptions<T> message(String text) {
		this.message = text;
		return this;
	}

	DeclaredExclusion declared() {
		return new DeclaredExclusion(this.name, this.method, this.elements, this.where, this.deferred, this.message);
	}

}
