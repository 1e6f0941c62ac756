package dev.orm.migration.ddl;

import dev.orm.schema.Distribution;

import static dev.orm.migration.ddl.SqlText.literal;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Writes what spreads the rows of a table over servers, by the functions of Citus. A
 * server without them keeps the table as it is, so that one migration serves it, too.
 */
final class DistributionStatements {

	private DistributionStatements() {
	}

	/** Let servers have the rows by a column, or all of them. */
	static String spread(Distribution distribution) {
		String function = distribution.isReference() ? "create_reference_table" : "create_distributed_table";
		String column = distribution.isReference() ? "" : ", " + literal(distribution.column());
		return where(function, function + "(" + literal(table(distribution.table())) + column + ")");
	}

	/** Bring all rows to one server. */
	static String gather(Distribution distribution) {
		return where("undistribute_table", "undistribute_table(" + literal(table(distribution.table())) + ")");
	}

	/**
	 * Foreign keys of the same transaction need that nothing was done to parts of a table
	 * side by side.
	 */
	private static String where(String function, String call) {
		return "DO $$ BEGIN IF EXISTS (SELECT FROM pg_proc WHERE proname = '" + function + "') THEN"
				+ " PERFORM set_config('citus.multi_shard_modify_mode', 'sequential', true); PERFORM " + call
				+ "; END IF; END $$";
	}

}
