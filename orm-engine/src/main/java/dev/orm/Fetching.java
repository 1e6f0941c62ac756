package dev.orm;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.orm.load.FetchMode;
import dev.orm.load.PrefetchRequest;
import dev.orm.load.ReadOptions;
import dev.orm.model.Model;
import dev.orm.path.ModelPath;
import dev.orm.routing.Route;
import dev.orm.routing.Target;

/**
 * What may be asked of rows whatever finds them, a query or a statement written by hand:
 * where they are read, what comes with them, and what happens when something is touched
 * that did not. Safe to share between threads.
 *
 * @param <T> the model
 * @param <S> the querysets that come of it
 */
public abstract class Fetching<T extends Model, S> {

	Fetching() {
	}

	/** A queryset that is read in another way. */
	abstract S reading(UnaryOperator<ReadOptions> change);

	/** A queryset with more relations to load. */
	abstract S fetching(List<PrefetchRequest> relations);

	/**
	 * Choose what touching something that is not loaded does, for the instances of this
	 * queryset and all fetched through them.
	 * @param mode the mode
	 * @return a queryset
	 */
	public final S fetchMode(FetchMode mode) {
		return reading((options) -> options.fetchMode(mode));
	}

	/**
	 * Give the queries a name, by which metrics and lists of statements know them. It is
	 * no part of the SQL text.
	 * @param name the name, such as {@code catalogue.page}; one of few
	 * @return a queryset
	 */
	public final S named(String name) {
		return reading((options) -> options.named(name));
	}

	/**
	 * Choose the database.
	 * @param alias its alias
	 * @return a queryset
	 * @throws dev.orm.error.IllegalQueryException if no database can be called so
	 */
	public final S using(String alias) {
		return using(Route.to(alias));
	}

	/**
	 * Choose the database and which of its servers.
	 * @param route the route
	 * @return a queryset
	 */
	public final S using(Route route) {
		return reading((options) -> options.using(route).from(route.target()));
	}

	/**
	 * Read from the server that is written to, which has all that was committed.
	 * @return a queryset
	 */
	public final S fromPrimary() {
		return reading((options) -> options.from(Target.PRIMARY));
	}

	/**
	 * Read from a server that only reads, which may be behind; the primary where there is
	 * none.
	 * @return a queryset
	 */
	public final S fromReplica() {
		return reading((options) -> options.from(Target.REPLICA));
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S prefetchRelated(ModelPath<? super T, ?>... paths) {
		return prefetch(Arrays.stream(paths).map((path) -> Prefetch.of(path.path())));
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations, by accessor, joined by two underscores
	 * @return a queryset
	 */
	public final S prefetchRelated(String... paths) {
		return prefetch(Arrays.stream(paths).map(Prefetch::of));
	}

	/**
	 * Load relations by queries of your own.
	 * @param prefetches the relations and their querysets
	 * @return a queryset
	 */
	public final S prefetchRelated(Prefetch... prefetches) {
		return prefetch(Arrays.stream(prefetches));
	}

	private S prefetch(Stream<Prefetch> relations) {
		return fetching(relations.map(Prefetch::request).toList());
	}

	/**
	 * Forget the relations to load by queries.
	 * @return a queryset
	 */
	public final S noPrefetchRelated() {
		return reading(ReadOptions::withoutPrefetch);
	}

}
