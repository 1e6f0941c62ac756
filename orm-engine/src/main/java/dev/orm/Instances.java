package dev.orm;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Q;
import dev.orm.history.UnsavedChanges;
import dev.orm.history.Version;
import dev.orm.load.CursorStream;
import dev.orm.load.GivenKeys;
import dev.orm.load.InstanceCursor;
import dev.orm.load.ReadOptions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.paging.Keyset;
import dev.orm.path.RelationColumn;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.query.UniqueFields;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import org.jspecify.annotations.Nullable;

/**
 * Finds instances: by key, among others, page by page, through a cursor.
 *
 * @param <T> the model
 * @param <S> the querysets that come of it
 */
public abstract class Instances<T extends Model, S extends AbstractQuerySet<T, S>> extends Creating<T, S> {

	Instances() {
	}

	@Override
	@SuppressWarnings("unchecked")
	final List<T> read(Recipe recipe) {
		return (List<T>) recipe.orm().reader().instances(recipe.spec(), recipe.reading());
	}

	/**
	 * Join the tables of children, and load each row as the child it is, with all it has:
	 * a list of {@code Content} that are {@code Video}s (multi-table inheritance). Of
	 * several children with a row the deepest wins, then the one that was declared first.
	 * @param children the children; none for all there are
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S withSubclasses(Class<? extends T>... children) {
		return then(new Selection.Subclasses(List.of(children)));
	}

	/**
	 * Return an instance as the child it is, with all it has (multi-table inheritance).
	 * The children are read for all instances of the same result that are still in use,
	 * by one statement for each model, unless the fetch mode says otherwise.
	 * @param instance an instance, loaded or saved
	 * @return the child; the instance itself if it is none
	 */
	@SuppressWarnings("unchecked")
	public final T narrow(T instance) {
		return (T) Related.narrow(recipe().orm().models().model(instance.getClass()), instance);
	}

	/**
	 * Tell what an instance holds that its row does not, by one SELECT where it was
	 * written: nothing is remembered of instances for that.
	 * @param instance an instance; of one without a row all that it holds is told
	 * @return what the row has and the instance holds, by attribute, of a relation its
	 * key; without what is deferred or computed by the database
	 */
	public final Map<String, Version.Change> changes(T instance) {
		Recipe recipe = recipe();
		Route route = recipe.written(instance).on(Target.PRIMARY);
		return new UnsavedChanges(recipe.orm().reader()).of(instance, ReadOptions.DEFAULT.using(route));
	}

	/**
	 * Read the row with a key. Django's {@code get(pk=…)}.
	 * @param key the key, of its class or one that converts
	 * @return the row
	 * @throws DoesNotExistException if it is not among the rows
	 */
	public final T get(Comparable<?> key) {
		return find(key).orElseThrow(() -> missing(key));
	}

	/**
	 * Read the row with a key of several parts.
	 * @param key the parts, in the order of the fields
	 * @return the row
	 * @throws DoesNotExistException if it is not among the rows
	 */
	public final T get(List<?> key) {
		return find(key).orElseThrow(() -> missing(key));
	}

	/**
	 * Read the row with a key, if there is one.
	 * @param key the key, of its class or one that converts
	 * @return the row, or empty
	 */
	public final Optional<T> find(Comparable<?> key) {
		return byKey(key);
	}

	/**
	 * Read the row with a key of several parts, if there is one.
	 * @param key the parts, in the order of the fields
	 * @return the row, or empty
	 */
	public final Optional<T> find(List<?> key) {
		return byKey(key);
	}

	/**
	 * Read the row with the key that a record is.
	 * @param key the record that the model embeds as its key, or one with a component for
	 * each part of a key of several, named as the part is
	 * @return the row
	 * @throws DoesNotExistException if it is not among the rows
	 */
	public final T get(Record key) {
		return find(key).orElseThrow(() -> missing(key));
	}

	/**
	 * Read the row with the key that a record is, if there is one.
	 * @param key the record that the model embeds as its key, or one with a component for
	 * each part of a key of several, named as the part is
	 * @return the row, or empty
	 */
	public final Optional<T> find(Record key) {
		return byKey(key);
	}

	/** A record that is the key stands for its columns. */
	private static Object plain(Recipe recipe, Object key) {
		return recipe.spec().model().plainKey(key);
	}

	private Optional<T> byKey(Object key) {
		Recipe recipe = recipe();
		return Optional.ofNullable(sole(recipe.then(kept(Q.of("pk", plain(recipe, key))))));
	}

	private DoesNotExistException missing(Object key) {
		String model = recipe().spec().model().name();
		return new DoesNotExistException("There is no %s with the key %s among the rows.".formatted(model, key), model,
				key);
	}

	/**
	 * Make an instance of which only the key is known; nothing is read, and whether there
	 * is such a row shows when another field is touched:
	 * {@code products.reference(5L).getTags().add(sale)}.
	 * @param key the key; a list of its parts if it has several, or the record it is
	 * @return an instance whose other fields are deferred
	 * @throws dev.orm.error.FieldException if a field cannot be deferred, as it has no
	 * accessor
	 */
	@SuppressWarnings("unchecked")
	public final T reference(Object key) {
		Recipe recipe = recipe();
		return (T) recipe.orm().reader().known().reference(recipe.spec().model(), plain(recipe, key), recipe.asked());
	}

	/**
	 * Ask whether an instance is among the rows.
	 * @param instance a saved instance
	 * @return true if it is
	 * @throws QueryValueException if the instance has no key
	 */
	public final boolean contains(Model instance) {
		Recipe recipe = recipe();
		EntityModel model = recipe.spec().model();
		if (!model.concrete().javaType().isInstance(instance)) {
			return false;
		}
		recipe.requireSame(instance);
		Object key = instance.pk();
		if (key == null) {
			throw new QueryValueException(
					"contains() cannot be used on unsaved objects: this %s has no key. hint: save it first"
						.formatted(model.name()),
					model.subject().by("instance"))
				.of(instance);
		}
		List<?> known = recipe.known();
		return (known != null) ? known.contains(instance) : exists(recipe.then(kept(Q.of("pk", key))));
	}

	/**
	 * Read the rows a chunk at a time through a cursor, in a read-only transaction of its
	 * own unless one is open.
	 * @param chunk how many instances are in memory, and prefetched for, at a time
	 * @return the rows; close the stream
	 * @throws QueryValueException if the chunk is not positive
	 */
	@SuppressWarnings("unchecked")
	public final Stream<T> stream(int chunk) {
		if (chunk <= 0) {
			throw new QueryValueException("Chunk size must be strictly positive: " + chunk, Subject.ofArgument("chunk"))
				.of(chunk);
		}
		Recipe recipe = recipe();
		InstanceCursor cursor = recipe.orm().reader().cursor(recipe.spec(), recipe.reading(), chunk);
		return CursorStream.of((Iterator<T>) (Iterator<?>) cursor, cursor::close);
	}

	/**
	 * Read rows by the instances a one-to-one relation leads to.
	 * @param <M> the model it leads to
	 * @param instances the instances
	 * @param column the column of the relation
	 * @return the rows by instance; those without row are absent
	 * @throws QueryValueException if the relation is not unique
	 */
	@SuppressWarnings("unchecked")
	public final <M extends Model> Map<M, T> inBulk(Collection<? extends M> instances,
			RelationColumn<? super T, M, ?> column) {
		return (Map<M, T>) (Map<?, T>) found(instances, column.path(), column.path());
	}

	@Override
	final Map<Object, T> byField(Recipe rows, String name, Collection<?> given) {
		Map<@Nullable Object, T> found = new LinkedHashMap<>();
		FieldModel field = UniqueFields.of(rows.spec().model(), name);
		boolean related = field != null && field.relation() != null && name.equals(field.name());
		GivenKeys keys = GivenKeys.of(rows.spec().model(), field, given);
		for (T row : related ? related(rows, name) : read(rows)) {
			Object key = related ? Related.get(row, name)
					: (field != null) ? rows.orm().reader().known().value(row, field) : row.pk();
			keys.put(found, key, row);
		}
		return found;
	}

	private List<T> related(Recipe rows, String name) {
		if (isJoinable(rows.spec())) {
			return read(rows.then(new Selection.SelectRelated(List.of(name))));
		}
		List<T> found = read(rows);
		rows.orm().reader().prefetch(found, List.of(Prefetch.of(name).request()), rows.asked());
		return found;
	}

	/** Whether what a relation leads to can be joined to the rows. */
	private static boolean isJoinable(QuerySpec spec) {
		return !spec.has(Selection.Defer.class) && !spec.has(Operation.Lock.class) && !spec.isCombined();
	}

	/**
	 * Read the rows that come after a cursor in the order of the queryset, made total by
	 * the key. The n-th page costs as much as the first. Rows between pages neither
	 * repeat nor get lost.
	 * @param cursor the cursor of the page before; null for the first page
	 * @param size how many rows
	 * @return the rows, and the cursor of the next page
	 * @throws QueryValueException if the cursor belongs to another ordering
	 */
	public final KeysetPage<T> after(@Nullable String cursor, int size) {
		Recipe recipe = recipe();
		Keyset keyset = Keyset.of(recipe.spec());
		List<T> rows = read(recipe.asking(keyset.after(cursor, size)));
		boolean more = rows.size() > size;
		List<T> items = more ? rows.subList(0, size) : rows;
		List<@Nullable Object> last = List.of();
		for (T row : items) {
			last = InstanceState.of(row).takeBeside();
		}
		String next = more ? Keyset.cursor(last) : null;
		return new KeysetPage<>(items, next);
	}

}
