package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.schema.Policy;
import dev.orm.schema.Schema;

import static dev.orm.migration.ddl.SqlText.expression;
import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/** Writes policies, and closes or opens their tables with them. Used once. */
final class PolicyStatements {

	private final Schema before;

	private final Schema after;

	/** Tables whose row level security was changed. */
	private final Set<String> secured = new HashSet<>();

	PolicyStatements(Schema before, Schema after) {
		this.before = before;
		this.after = after;
	}

	/** The first policy of a table closes it, for its owner too. */
	List<String> add(Policy policy) {
		List<String> statements = new ArrayList<>();
		if (!isSecured(this.before, policy.table()) && this.secured.add(policy.table())) {
			statements.add(alter(policy, "ENABLE ROW LEVEL SECURITY"));
			statements.add(alter(policy, "FORCE ROW LEVEL SECURITY"));
		}
		String rows = "(" + expression(policy.expression()) + ")";
		statements.add("CREATE POLICY " + name(policy.name()) + " ON " + table(policy.table()) + " USING " + rows
				+ " WITH CHECK " + rows);
		return statements;
	}

	/** The last one opens it. */
	List<String> remove(Policy policy) {
		List<String> statements = new ArrayList<>();
		statements.add("DROP POLICY " + name(policy.name()) + " ON " + table(policy.table()));
		if (!isSecured(this.after, policy.table()) && this.secured.add(policy.table())) {
			statements.add(alter(policy, "NO FORCE ROW LEVEL SECURITY"));
			statements.add(alter(policy, "DISABLE ROW LEVEL SECURITY"));
		}
		return statements;
	}

	private static String alter(Policy policy, String action) {
		return "ALTER TABLE " + table(policy.table()) + " " + action;
	}

	private static boolean isSecured(Schema schema, String table) {
		return schema.all(Policy.class).stream().anyMatch((policy) -> policy.table().equals(table));
	}

}
