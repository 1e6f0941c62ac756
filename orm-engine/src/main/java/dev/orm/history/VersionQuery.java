package dev.orm.history;

import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.meta.EntityModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.resolve.history.VersionColumns;

/** Asks for all that a row was, and for what is known of that beside it. */
final class VersionQuery {

	/**
	 * When, by whom and in which transaction a version began, and the same of its end.
	 */
	static final List<String> DONE = List.of(VersionColumns.FROM, VersionColumns.BY, VersionColumns.MADE_IN,
			HistoryTable.UNTIL, HistoryTable.USER, HistoryTable.TRANSACTION);

	private VersionQuery() {
	}

	/** The versions of the row with a key, the oldest first. */
	static QuerySpec of(EntityModel table, Object key) {
		Clause.Ordering order = new Clause.Ordering(column(HistoryTable.ORDER), false, Nulls.LAST);
		return QuerySpec.every(table)
			.then(Operation.Simple.VERSIONS)
			.then(Restriction.Filter.key(key))
			.then(new Arrangement.OrderBy(List.of(order)));
	}

	static Node column(String name) {
		return new Atom.TableColumn(VersionColumns.TABLE, name);
	}

}
