package dev.orm.sql;

import java.util.List;

/**
 * How a SELECT locks its rows.
 *
 * @param keysShared whether keys may still be referred to
 * @param nowait whether to fail rather than wait
 * @param skipsLocked whether to leave locked rows out
 * @param tables the aliases of the tables to lock; empty for all
 */
public record RowLock(boolean keysShared, boolean nowait, boolean skipsLocked, List<String> tables) {

	public RowLock {
		tables = List.copyOf(tables);
	}

}
