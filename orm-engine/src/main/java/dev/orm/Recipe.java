package dev.orm;

import java.util.Collection;
import java.util.List;

import dev.orm.compile.BoundQuery;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.detail.Subject;
import dev.orm.load.ReadOptions;
import dev.orm.model.Model;
import dev.orm.observe.Purpose;
import dev.orm.paging.Slices;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;
import org.jspecify.annotations.Nullable;

/**
 * What a queryset is bound to. Immutable.
 *
 * @param orm what it works on
 * @param spec the query
 * @param options how its rows are read
 * @param memory tells its rows, where they are in memory; null if they never are
 */
record Recipe(Orm orm, QuerySpec spec, ReadOptions options, @Nullable Memory memory) {

	Recipe(Orm orm, QuerySpec spec, ReadOptions options) {
		this(orm, spec, options, null);
	}

	Recipe then(Operation step) {
		return asking(this.spec.then(step));
	}

	/** The same for another query. */
	Recipe asking(QuerySpec query) {
		return new Recipe(this.orm, query, this.options, null);
	}

	Recipe reading(ReadOptions read) {
		return new Recipe(this.orm, this.spec, read, null);
	}

	/** The rows, where they are in memory when they are asked for. */
	@Nullable List<?> known() {
		return (this.memory != null) ? this.memory.rows() : null;
	}

	/** The same query, to be asked anew. */
	Recipe anew() {
		return (this.memory != null) ? reading(this.options) : this;
	}

	/**
	 * Take some of the rows.
	 * @param from the first row, from 0
	 * @param to the row after the last; null for all that follow
	 */
	Recipe sliced(long from, @Nullable Long to) {
		if (from < 0 || (to != null && to < 0)) {
			throw Slices
				.negative((to != null && to == from + 1) ? String.valueOf(from) : "[%d:%s]".formatted(from, to));
		}
		return (from == 0 && to == null) ? anew() : then(Slices.of(this.spec, from, to));
	}

	/** Another query, for a purpose. */
	Recipe asking(QuerySpec query, Purpose purpose) {
		return new Recipe(this.orm, query, this.options.meant(purpose), null);
	}

	/** The same rows, told by their keys where they are a slice. */
	Recipe byKeys() {
		return asking(Slices.byKeys(this.spec));
	}

	/** How the query is asked, now that it is: of the database that is decided here. */
	ReadOptions asked() {
		return this.options
			.using(this.orm.reader().routes().read(this.spec.model(), this.options.route(), this.options.hints()));
	}

	/**
	 * How the rows are read, now that they are.
	 * @throws TransactionManagementException if they are to be locked and their database
	 * has no transaction
	 */
	ReadOptions reading() {
		ReadOptions asked = asked();
		if (this.spec.locks()) {
			lock(asked.decided());
		}
		return asked;
	}

	private void lock(Route route) {
		this.orm.atomic().using(route.alias()).requireLocking("selectForUpdate()");
		Operation.Lock lock = this.spec.latest(Operation.Lock.class);
		if (lock != null && !lock.timeout().isZero()) {
			this.orm.reader().runner().setLocally(route, "lock_timeout", lock.timeout().toMillis() + "ms");
		}
	}

	/** Refuse to look for an instance of another database. */
	void requireSame(Model instance) {
		Route route = Routes.of(instance);
		String here = asked().decided().alias();
		if (route != null && !route.alias().equals(here)) {
			throw new IllegalQueryException(
					"%s is of database '%s', and is looked for in '%s'. hint: ask by its key"
						.formatted(Related.model(instance), route.alias(), here),
					Subject.ofModel(Related.model(instance)).by("instance"));
		}
	}

	/** The database rows are written to. */
	Route written() {
		return write(this.options.hints());
	}

	/** The database an instance is written to: by itself where it came from. */
	Route written(Model instance) {
		return write(Hints.of(instance));
	}

	/**
	 * The database instances are written to together: by themselves where they came from.
	 * @throws IllegalQueryException if they came from several
	 */
	Route written(Collection<? extends Model> instances) {
		Model one = (this.options.route() == null) ? Routes.requireOne(instances) : null;
		return (one != null) ? written(one) : written();
	}

	private Route write(Hints hints) {
		if (this.options.asOf() != null) {
			throw new IllegalQueryException(
					"Rows of %s as they were, by asOf(…), are there to be read. hint: write by the manager itself"
						.formatted(this.spec.model().name()),
					this.spec.model().subject().by("asOf"));
		}
		return this.orm.reader().routes().write(this.spec.model(), this.options.route(), hints);
	}

	/** The SQL text with a {@code ?} for each value, which no message may show. */
	String statement() {
		return this.orm.compiler().select(this.spec).plan().sql();
	}

	/** The SQL text with the values it would bind, for people to read. */
	String describe() {
		BoundQuery query = this.orm.compiler().select(this.spec);
		return query.plan().isEmpty() ? "-- no rows, nothing is sent" : query.plan().sql() + " -- " + query.values();
	}

	/** How many rows there are, where that is known when it is asked for. */
	@Nullable Long counted() {
		return (this.memory != null) ? this.memory.count() : null;
	}

	/** Where rows may be in memory. */
	interface Memory {

		@Nullable List<?> rows();

		@Nullable Long count();

	}

}
