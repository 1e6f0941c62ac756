package dev.orm.boot.test;

import java.lang.reflect.ParameterizedType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.orm.Manager;
import dev.orm.expression.Assignment;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.RepeatedQueries;
import dev.orm.path.ModelPath;
import dev.orm.path.RelationColumn;
import dev.orm.path.TypedColumn;

/**
 * Makes rows for tests, of which the test says only what matters to it. Describe one per
 * model and keep it in a constant. Immutable but for the number of the next row;
 * thread-safe.
 *
 * @param <T> the model
 * @since 0.1.0
 */
public final class Factory<T extends Model> {

	private final Class<T> type;

	private final Map<String, Value<T>> values;

	private final AtomicInteger numbers;

	private Factory(Class<T> type, Map<String, Value<T>> values, AtomicInteger numbers) {
		this.type = type;
		this.values = Collections.unmodifiableMap(values);
		this.numbers = numbers;
	}

	/**
	 * Describe rows of a model.
	 * @param <T> the model
	 * @param root the model's root path
	 * @return a factory that sets nothing yet
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Model> Factory<T> of(ModelPath<T, T> root) {
		ParameterizedType path = (ParameterizedType) root.getClass().getGenericSuperclass();
		return new Factory<>((Class<T>) path.getActualTypeArguments()[1], Map.of(), new AtomicInteger());
	}

	/**
	 * Give all rows a value.
	 * @param value the attribute and the value, as {@code BOOK.pages.is(100)}
	 * @return a copy
	 */
	public Factory<T> set(Assignment<T> value) {
		return with(value, (number, saved) -> value);
	}

	/**
	 * Give each row a value of its own.
	 * @param <V> the value
	 * @param column the attribute
	 * @param value makes it of the row's number, from 1
	 * @return a copy
	 */
	public <V> Factory<T> set(TypedColumn<T, ?, V> column, IntFunction<? extends V> value) {
		return with(column.is((V) null), (number, saved) -> column.is(value.apply(number)));
	}

	/**
	 * Let each row point to a new row.
	 * @param <M> the other model
	 * @param relation the relation
	 * @param others makes the other row
	 * @return a copy
	 */
	public <M extends Model> Factory<T> set(RelationColumn<T, M, ?> relation, Factory<M> others) {
		return with(relation.is((M) null), (number, saved) -> relation.is(saved ? others.create() : others.build()));
	}

	private Factory<T> with(Assignment<T> like, Value<T> value) {
		Map<String, Value<T>> more = new LinkedHashMap<>(this.values);
		more.put(like.attribute(), value);
		return new Factory<>(this.type, more, this.numbers);
	}

	/**
	 * Make a row.
	 * @param instead what is different about it
	 * @return the saved instance
	 * @throws IllegalStateException outside of a test with {@link OrmTest} or
	 * {@link AutoConfigureOrm}
	 */
	@SafeVarargs
	@SuppressWarnings("varargs") // the array is only read
	public final T create(Assignment<? super T>... instead) {
		// rows of a test are no code under test
		return RepeatedQueries.allow(() -> manager().create(assignments(true, instead)));
	}

	/**
	 * Make an instance and save nothing: of it, nor of those it points to.
	 * @param instead what is different about it
	 * @return the instance
	 * @throws IllegalStateException outside of a test with {@link OrmTest} or
	 * {@link AutoConfigureOrm}
	 */
	@SafeVarargs
	@SuppressWarnings("varargs") // the array is only read
	public final T build(Assignment<? super T>... instead) {
		return manager().build(assignments(false, instead));
	}

	@SuppressWarnings("unchecked")
	private Assignment<? super T>[] assignments(boolean saved, Assignment<? super T>[] instead) {
		int number = this.numbers.incrementAndGet();
		Map<String, Supplier<Assignment<? super T>>> all = new LinkedHashMap<>();
		this.values.forEach((attribute, value) -> all.put(field(attribute), () -> value.of(number, saved)));
		for (Assignment<? super T> given : instead) {
			all.put(field(given.attribute()), () -> given);
		}
		return all.values().stream().map(Supplier::get).toArray(Assignment[]::new);
	}

	/** A relation is named by itself or by its key; either way it is one field. */
	private String field(String attribute) {
		return CurrentOrm.get().models().model(this.type).field(attribute).map(FieldModel::name).orElse(attribute);
	}

	private Manager<T> manager() {
		return CurrentOrm.get().manager(this.type);
	}

	/**
	 * Make several rows.
	 * @param count how many
	 * @param instead what is different about them
	 * @return the saved instances
	 */
	@SafeVarargs
	public final List<T> create(int count, Assignment<? super T>... instead) {
		return IntStream.range(0, count).mapToObj((i) -> create(instead)).toList();
	}

	/** A value of a row. */
	@FunctionalInterface
	private interface Value<T extends Model> {

		/**
		 * Make it.
		 * @param number the number of the row, from 1
		 * @param saved whether rows it points to are saved
		 */
		Assignment<T> of(int number, boolean saved);

	}

}
