package dev.orm.validate;

import java.util.List;

/**
 * Says which columns a constraint is about whose name no model gives, as that of a
 * database that was there before its models. Asked only where a row broke such a one and
 * the database does not say it. Thread-safe.
 */
@FunctionalInterface
public interface ConstraintColumns {

	/** Knows none. */
	ConstraintColumns NONE = (table, constraint) -> List.of();

	/**
	 * Find the columns of a constraint or of a unique index.
	 * @param table the table, without its schema
	 * @param constraint the name the database has for it
	 * @return the columns; empty if it is not known
	 */
	List<String> of(String table, String constraint);

}
