package dev.orm.load;

import java.util.ArrayList;
import java.util.List;

import dev.orm.execute.Database;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What of a queryset its SQL does not depend on. Immutable.
 *
 * @param database the alias it was asked to use; null for the default
 * @param fetchMode what its instances do when something is not loaded; null for the
 * default
 * @param prefetches the relations to fetch with it
 * @param owner the instance whose related manager it came from, or null
 * @param ownerRelation the relation back to the owner, or null
 */
public record ReadOptions(@Nullable String database, @Nullable FetchMode fetchMode, List<PrefetchRequest> prefetches,
		@Nullable Model owner, @Nullable RelationModel ownerRelation) {

	/** No options. */
	public static final ReadOptions DEFAULT = new ReadOptions(null, null, List.of(), null, null);

	public ReadOptions {
		prefetches = List.copyOf(prefetches);
	}

	/**
	 * Read from a database.
	 * @param alias the alias
	 * @return a copy
	 */
	public ReadOptions using(@Nullable String alias) {
		return new ReadOptions(alias, this.fetchMode, this.prefetches, this.owner, this.ownerRelation);
	}

	/**
	 * Read with a fetch mode.
	 * @param mode the mode
	 * @return a copy
	 */
	public ReadOptions fetchMode(@Nullable FetchMode mode) {
		return new ReadOptions(this.database, mode, this.prefetches, this.owner, this.ownerRelation);
	}

	/**
	 * Read what these options leave open as others do.
	 * @param outer the options of the query around
	 * @return a copy
	 */
	ReadOptions within(ReadOptions outer) {
		return using((this.database != null) ? this.database : outer.database)
			.fetchMode((this.fetchMode != null) ? this.fetchMode : outer.fetchMode);
	}

	/**
	 * Fetch more relations.
	 * @param more the relations
	 * @return a copy
	 */
	public ReadOptions prefetch(List<PrefetchRequest> more) {
		List<PrefetchRequest> all = new ArrayList<>(this.prefetches);
		all.addAll(more);
		return new ReadOptions(this.database, this.fetchMode, all, this.owner, this.ownerRelation);
	}

	/**
	 * Fetch no relations.
	 * @return a copy
	 */
	public ReadOptions withoutPrefetch() {
		return new ReadOptions(this.database, this.fetchMode, List.of(), this.owner, this.ownerRelation);
	}

	/**
	 * Remember the owner of a related manager.
	 * @param instance the owner
	 * @param back the relation from the read instances to it
	 * @return a copy
	 */
	public ReadOptions ownedBy(Model instance, RelationModel back) {
		return new ReadOptions(this.database, this.fetchMode, this.prefetches, instance, back);
	}

	String alias() {
		return (this.database != null) ? this.database : Database.DEFAULT;
	}

}
