package dev.orm.sql.clause;

import java.util.List;

/**
 * How a SELECT locks its rows.
 *
 * @param strength what others may still do with them
 * @param nowait whether to fail rather than wait
 * @param skipsLocked whether to leave locked rows out
 * @param tables the aliases of the tables to lock; empty for all
 */
public record RowLock(Strength strength, boolean nowait, boolean skipsLocked, List<String> tables) {

	public RowLock {
		tables = List.copyOf(tables);
	}

	/** What others may still do with locked rows. */
	public enum Strength {

		/** Read them. */
		UPDATE,
		/** Read them, and refer to their keys. */
		NO_KEY_UPDATE,
		/** Read and share them, and refer to their keys. */
		SHARE,
		/** Everything but delete them and change their keys. */
		KEY_SHARE

	}

}
