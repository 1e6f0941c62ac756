package dev.orm.path;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.orm.expression.Assignment;
import dev.orm.expression.Condition;
import dev.orm.expression.Nodes;
import dev.orm.expression.Operand;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * The column of a foreign key or one-to-one relation: the key, compared with keys and
 * instances without a join. The way through it is the method of the same name.
 *
 * @param <R> the root model
 * @param <M> the target model
 * @param <K> the Java class of its key
 */
public final class RelationColumn<R, M extends Model, K> extends TypedColumn<R, K, K> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public RelationColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it leads to an instance; null asks for NULL. Lookup {@code exact}.
	 * @param instance the instance
	 * @return a condition
	 */
	public Condition<R> eq(@Nullable M instance) {
		return lookup("exact", instance);
	}

	/**
	 * Test whether it leads where a relation of an instance does; nothing is fetched for
	 * it. Lookup {@code exact}.
	 * @param relation the relation, as the instance has it; null asks for NULL
	 * @return a condition
	 */
	public Condition<R> eq(@Nullable ToOne<? extends M> relation) {
		return lookup("exact", key(relation));
	}

	private static @Nullable Object key(@Nullable ToOne<?> relation) {
		if (relation == null) {
			return null;
		}
		Object key = relation.id();
		return (key != null) ? key : relation.orNull();
	}

	/**
	 * Test whether it leads elsewhere than a relation of an instance, as {@code exclude}
	 * does; nothing is fetched for it.
	 * @param relation the relation, as the instance has it
	 * @return a condition
	 */
	public Condition<R> ne(@Nullable ToOne<? extends M> relation) {
		return eq(relation).not();
	}

	/**
	 * Test whether it does not lead to an instance, as {@code exclude} does.
	 * @param instance the instance
	 * @return a condition
	 */
	public Condition<R> ne(@Nullable M instance) {
		return eq(instance).not();
	}

	/**
	 * Test whether it leads to one of some instances. Lookup {@code in}.
	 * @param instances the instances
	 * @return a condition
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final Condition<R> in(M... instances) {
		return lookup("in", Arrays.asList(instances));
	}

	/**
	 * Test whether it leads to one of some instances. Lookup {@code in}.
	 * @param instances the instances
	 * @return a condition
	 */
	public Condition<R> in(List<? extends M> instances) {
		return lookup("in", instances);
	}

	/**
	 * Test whether it leads to one of some instances. Lookup {@code in}.
	 * @param instances the instances
	 * @return a condition
	 */
	public Condition<R> in(Set<? extends M> instances) {
		return lookup("in", instances);
	}

	/**
	 * Assign an instance in an update or a save.
	 * @param instance the instance
	 * @return an assignment
	 */
	public Assignment<R> set(@Nullable M instance) {
		return new Assignment<>(path(), Nodes.of(instance));
	}

	/**
	 * Assign the instance that a relation of another instance leads to; nothing is
	 * fetched for it.
	 * @param relation the relation, as the instance has it
	 * @return an assignment
	 */
	public Assignment<R> set(@Nullable ToOne<? extends M> relation) {
		Object target = key(relation);
		return (target instanceof Model) ? new Assignment<>(path(), Nodes.of(target)) : byKey(target);
	}

	@Override
	public Assignment<R> set(@Nullable K key) {
		return byKey(key);
	}

	@Override
	public Assignment<R> set(Operand operand) {
		return new Assignment<>(attname(), Nodes.of(operand));
	}

	/** By its own name a relation takes an instance: a key goes by that of its column. */
	private Assignment<R> byKey(@Nullable Object key) {
		return new Assignment<>((key != null) ? attname() : path(), Nodes.of(key));
	}

	private String attname() {
		return path() + "Id";
	}

	/**
	 * Name the instance to look up and to create with.
	 * @param instance the instance
	 * @return an assignment
	 */
	public Assignment<R> is(@Nullable M instance) {
		return new Assignment<>(path(), Nodes.of(instance));
	}

	/**
	 * Name the instance that a relation of another instance leads to; nothing is fetched
	 * for it.
	 * @param relation the relation, as the instance has it
	 * @return an assignment
	 */
	public Assignment<R> is(@Nullable ToOne<? extends M> relation) {
		return set(relation);
	}

	/**
	 * Name the key to look up and to create with.
	 * @param key the key of the instance
	 * @return an assignment
	 */
	@Override
	public Assignment<R> is(@Nullable K key) {
		return byKey(key);
	}

}
