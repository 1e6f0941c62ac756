package dev.orm.path;

import java.util.Collection;
import java.util.List;

import dev.orm.expression.Assignment;
import dev.orm.expression.Condition;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Predicate;
import dev.orm.model.Attribute;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a generic key: the table of the target and its key. Immutable.
 *
 * @param <R> the root model
 * @param <K> the Java class of the key
 */
public final class GenericColumn<R extends Model, K> implements Attribute {

	/** The table of the target. */
	public final StringColumn<R> type;

	/** The key of the target. */
	public final ValueColumn<R, K> id;

	private final String path;

	/**
	 * Create the columns.
	 * @param path the path of the attribute from the root
	 */
	public GenericColumn(String path) {
		this.path = path;
		this.type = new StringColumn<>(path + "__type");
		this.id = new ValueColumn<>(path + "__id");
	}

	@Override
	public String path() {
		return this.path;
	}

	/**
	 * Test whether it points to an instance.
	 * @param target a saved instance; null asks for rows that point nowhere
	 * @return a condition
	 */
	public Condition<R> eq(@Nullable Model target) {
		return (target != null) ? whole("", target) : isNull();
	}

	/**
	 * Test whether it points where another generic key does; nothing is fetched for it.
	 * @param key the key, as an instance has it
	 * @return a condition
	 */
	public Condition<R> eq(GenericKey<?> key) {
		return (key.type() != null) ? whole("", key) : isNull();
	}

	/**
	 * Test whether it points to one of some instances, of any models.
	 * @param targets saved instances
	 * @return a condition
	 */
	public Condition<R> in(Collection<? extends Model> targets) {
		return whole("in", List.copyOf(targets));
	}

	/** What both columns are compared with is taken apart where paths are resolved. */
	private Condition<R> whole(String lookup, Object value) {
		return Condition.of(new Predicate.Lookup(this.path, lookup, Nodes.of(value)));
	}

	/**
	 * Test whether it points to a row of a model.
	 * @param model the model
	 * @return a condition
	 */
	public Condition<R> isA(Class<? extends Model> model) {
		return this.type.eq(GenericKey.typeOf(model));
	}

	/**
	 * Test whether it points nowhere.
	 * @return a condition
	 */
	public Condition<R> isNull() {
		return this.type.isNull();
	}

	/**
	 * Assign an instance in an update or a save.
	 * @param target the instance; null for none
	 * @return an assignment
	 */
	public Assignment<R> set(@Nullable Model target) {
		return new Assignment<>(this.path, Nodes.of(target));
	}

	/**
	 * Name the instance to look up and to create with.
	 * @param target the instance; null for none
	 * @return an assignment
	 */
	public Assignment<R> is(@Nullable Model target) {
		return set(target);
	}

}
