package dev.orm.load;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.observe.Purpose;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import org.jspecify.annotations.Nullable;

/**
 * What of a queryset its SQL does not depend on. Immutable.
 *
 * @param route where it is to be read; null if that is still to be decided
 * @param server which of the database's servers it is to be read from
 * @param fetchMode what its instances do when something is not loaded; null for the
 * default
 * @param prefetches the relations to fetch with it
 * @param hints what routers may know of the read
 * @param owner the instance whose related manager it came from, or null
 * @param ownerRelation the relation back to the owner, or null
 * @param purpose what it is read for
 * @param asOf the time whose rows are read; null for now
 */
public record ReadOptions(@Nullable Route route, Target server, @Nullable FetchMode fetchMode,
		List<PrefetchRequest> prefetches, Hints hints, @Nullable Model owner, @Nullable RelationModel ownerRelation,
		Purpose purpose, Restriction.@Nullable AsOf asOf) {

	/** No options. */
	public static final ReadOptions DEFAULT = new ReadOptions(null, Target.ANY, null, List.of(), Hints.NONE, null, null,
			Purpose.PLAIN, null);

	public ReadOptions {
		prefetches = List.copyOf(prefetches);
	}

	/**
	 * Read from a database.
	 * @param wanted the route; null leaves it open
	 * @return a copy
	 */
	public ReadOptions using(@Nullable Route wanted) {
		return new ReadOptions(wanted, this.server, this.fetchMode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose, this.asOf);
	}

	/**
	 * Read from one of the database's servers, whatever decides on the database.
	 * @param wanted which
	 * @return a copy
	 */
	public ReadOptions from(Target wanted) {
		return new ReadOptions(this.route, wanted, this.fetchMode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose, this.asOf);
	}

	/**
	 * Read with a fetch mode.
	 * @param mode the mode
	 * @return a copy
	 */
	public ReadOptions fetchMode(@Nullable FetchMode mode) {
		return new ReadOptions(this.route, this.server, mode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose, this.asOf);
	}

	/**
	 * Let the routers know something.
	 * @param known what is known
	 * @return a copy
	 */
	public ReadOptions hinting(Hints known) {
		return new ReadOptions(this.route, this.server, this.fetchMode, this.prefetches, known, this.owner,
				this.ownerRelation, this.purpose, this.asOf);
	}

	/**
	 * Read what these options leave open as others do.
	 * @param outer the options of the query around
	 * @return a copy
	 */
	ReadOptions within(ReadOptions outer) {
		return using((this.route != null) ? this.route : outer.route)
			.from((this.server != Target.ANY) ? this.server : outer.server)
			.fetchMode((this.fetchMode != null) ? this.fetchMode : outer.fetchMode)
			.asOf((this.asOf != null) ? this.asOf : outer.asOf);
	}

	/**
	 * Read rows as they were, and what is fetched through them.
	 * @param time when; null for now
	 * @return a copy
	 */
	public ReadOptions asOf(Restriction.@Nullable AsOf time) {
		return new ReadOptions(this.route, this.server, this.fetchMode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose, time);
	}

	/**
	 * Return a query for rows of the time of these options.
	 * @param query the query
	 * @return the query, as of that time unless it names one
	 */
	public QuerySpec dated(QuerySpec query) {
		return (this.asOf == null || query.has(Restriction.AsOf.class)) ? query : query.then(this.asOf);
	}

	/**
	 * Fetch more relations.
	 * @param more the relations
	 * @return a copy
	 */
	public ReadOptions prefetch(List<PrefetchRequest> more) {
		List<PrefetchRequest> all = new ArrayList<>(this.prefetches);
		all.addAll(more);
		return new ReadOptions(this.route, this.server, this.fetchMode, all, this.hints, this.owner, this.ownerRelation,
				this.purpose, this.asOf);
	}

	/**
	 * Fetch no relations.
	 * @return a copy
	 */
	public ReadOptions withoutPrefetch() {
		return new ReadOptions(this.route, this.server, this.fetchMode, List.of(), this.hints, this.owner,
				this.ownerRelation, this.purpose, this.asOf);
	}

	/**
	 * Remember the owner of a related manager.
	 * @param instance the owner
	 * @param back the relation from the read instances to it
	 * @return a copy
	 */
	public ReadOptions ownedBy(Model instance, RelationModel back) {
		return new ReadOptions(this.route, this.server, this.fetchMode, this.prefetches, this.hints, instance, back,
				this.purpose, this.asOf);
	}

	/**
	 * Read for a purpose; the name of the query stays.
	 * @param wanted what it is read for
	 * @return a copy
	 */
	public ReadOptions meant(Purpose wanted) {
		return new ReadOptions(this.route, this.server, this.fetchMode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose.of(wanted), this.asOf);
	}

	/**
	 * Give the query a name.
	 * @param name the name
	 * @return a copy
	 */
	public ReadOptions named(String name) {
		return new ReadOptions(this.route, this.server, this.fetchMode, this.prefetches, this.hints, this.owner,
				this.ownerRelation, this.purpose.named(name), this.asOf);
	}

	String alias() {
		return decided().alias();
	}

	/**
	 * Return where it is read.
	 * @return the route; the default if it was left open
	 */
	public Route decided() {
		Route decided = (this.route != null) ? this.route : Route.DEFAULT;
		return (this.server != Target.ANY) ? decided.on(this.server) : decided;
	}

}
