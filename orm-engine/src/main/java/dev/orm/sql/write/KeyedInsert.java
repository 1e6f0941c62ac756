package dev.orm.sql.write;

import java.util.List;

/**
 * An INSERT of many rows that answers for each its number and its key, whatever order the
 * database answers in: the keys are taken before, and rows are matched by value.
 *
 * @param insert the rows without their key, which come as arrays; what it answers comes
 * after the key
 * @param key the column of the key; a sequence of its own makes it
 * @param matched the places of the columns by which a row that was there is known; empty
 * for rows that are new, which are known by their keys
 */
public record KeyedInsert(InsertStatement insert, String key, List<Integer> matched) implements WriteStatement {

	public KeyedInsert {
		matched = List.copyOf(matched);
	}

}
