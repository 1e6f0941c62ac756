package dev.orm.persist;

import java.util.List;

/**
 * How to create many instances. Immutable.
 *
 * @param database the alias
 * @param batchSize the most rows of one statement; zero for no limit of the caller's
 * @param ignoreConflicts whether rows that violate a constraint are left out
 * @param updateConflicts whether rows that violate a constraint update the row they meet
 * @param updateFields the attributes a conflict updates
 * @param uniqueFields the attributes of the constraint
 */
public record BulkCreateOptions(String database, int batchSize, boolean ignoreConflicts, boolean updateConflicts,
		List<String> updateFields, List<String> uniqueFields) {

	public BulkCreateOptions {
		updateFields = List.copyOf(updateFields);
		uniqueFields = List.copyOf(uniqueFields);
	}

	/**
	 * Create all instances.
	 * @param database the alias
	 * @return options
	 */
	public static BulkCreateOptions on(String database) {
		return new BulkCreateOptions(database, 0, false, false, List.of(), List.of());
	}

	/**
	 * Limit the rows of one statement.
	 * @param rows the number
	 * @return options
	 */
	public BulkCreateOptions batchSize(int rows) {
		return new BulkCreateOptions(this.database, rows, this.ignoreConflicts, this.updateConflicts, this.updateFields,
				this.uniqueFields);
	}

	/**
	 * Leave rows out that violate a constraint. Their instances learn no key.
	 * @return options
	 */
	public BulkCreateOptions ignoringConflicts() {
		return new BulkCreateOptions(this.database, this.batchSize, true, this.updateConflicts, this.updateFields,
				this.uniqueFields);
	}

	/**
	 * Update the rows that are there.
	 * @param unique the attributes of the constraint
	 * @param updated the attributes to update
	 * @return options
	 */
	public BulkCreateOptions updatingConflicts(List<String> unique, List<String> updated) {
		return new BulkCreateOptions(this.database, this.batchSize, this.ignoreConflicts, true, updated, unique);
	}

}
