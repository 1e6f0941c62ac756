package dev.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.load.FetchMode;
import dev.orm.load.PrefetchRequest;
import dev.orm.load.ReadOptions;
import dev.orm.load.raw.RawSql;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;

/**
 * The rows of a statement written by hand, as instances: columns are matched with fields
 * by name, further columns become annotations, fields without a column are deferred.
 * Immutable, safe to share between threads; runs each time it is read. Django's
 * {@code RawQuerySet}.
 *
 * @param <T> the model
 */
public final class RawQuerySet<T extends Model> implements Iterable<T> {

	private final Orm orm;

	private final EntityModel model;

	private final RawSql sql;

	private final Map<String, String> translations;

	private final ReadOptions options;

	RawQuerySet(Orm orm, EntityModel model, RawSql sql, Map<String, String> translations, ReadOptions options) {
		this.orm = orm;
		this.model = model;
		this.sql = sql;
		this.translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
		this.options = options;
	}

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 * @throws dev.orm.error.FieldException if the key is not among the columns, or a
	 * field without column cannot be deferred
	 */
	@SuppressWarnings("unchecked")
	public List<T> list() {
		return (List<T>) this.orm.reader()
			.raw(this.model, this.sql, this.translations,
					this.options.using(this.orm.reader().routes().read(this.model, this.options.route(), Hints.NONE)));
	}

	/**
	 * Read all rows.
	 * @return the rows
	 */
	public Stream<T> stream() {
		return list().stream();
	}

	@Override
	public Iterator<T> iterator() {
		return list().iterator();
	}

	/**
	 * Name the fields of columns whose names differ. Django's {@code translations}.
	 * @param fields the names of fields by the names of columns
	 * @return a queryset
	 */
	public RawQuerySet<T> translate(Map<String, String> fields) {
		return new RawQuerySet<>(this.orm, this.model, this.sql, fields, this.options);
	}

	/**
	 * Fetch relations with the rows, one statement for each.
	 * @param paths the accessors, joined by two underscores
	 * @return a queryset
	 */
	public RawQuerySet<T> prefetchRelated(String... paths) {
		return prefetchRelated(Arrays.stream(paths).map(Prefetch::of).toArray(Prefetch[]::new));
	}

	/**
	 * Fetch relations with the rows, one statement for each.
	 * @param first a relation
	 * @param more further relations
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final RawQuerySet<T> prefetchRelated(ModelPath<? super T, ?> first, ModelPath<? super T, ?>... more) {
		return prefetchRelated(
				Stream.concat(Stream.of(first), Arrays.stream(more)).map(ModelPath::path).toArray(String[]::new));
	}

	/**
	 * Fetch relations with the rows.
	 * @param prefetches the relations, with querysets of their own
	 * @return a queryset
	 */
	public RawQuerySet<T> prefetchRelated(Prefetch... prefetches) {
		List<PrefetchRequest> requests = new ArrayList<>();
		for (Prefetch prefetch : prefetches) {
			requests.add(prefetch.request());
		}
		return with(this.options.prefetch(requests));
	}

	/**
	 * Choose what happens when something is touched that is not loaded.
	 * @param mode the mode
	 * @return a queryset
	 */
	public RawQuerySet<T> fetchMode(FetchMode mode) {
		return with(this.options.fetchMode(mode));
	}

	/**
	 * Read from a database.
	 * @param alias its alias
	 * @return a queryset
	 */
	public RawQuerySet<T> using(String alias) {
		return with(this.options.using(Route.to(alias)));
	}

	private RawQuerySet<T> with(ReadOptions read) {
		return new RawQuerySet<>(this.orm, this.model, this.sql, this.translations, read);
	}

	@Override
	public String toString() {
		return this.sql.toString();
	}

}
