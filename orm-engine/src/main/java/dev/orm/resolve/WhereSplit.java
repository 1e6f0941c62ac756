package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query by the clause they belong to. Django's
 * {@code split_having_qualify}.
 *
 * @param rows conditions on rows
 * @param having conditions on groups
 * @param qualify conditions on the results of window functions
 */
record WhereSplit(List<Sql> rows, List<Sql> having, List<Sql> qualify) {

	static WhereSplit of(Sql condition) {
		WhereSplit split = new WhereSplit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (Sql part : Terms.conjuncts(condition)) {
			if (part.containsWindow()) {
				split.qualify.add(part);
			}
			else if (part.containsAggregate()) {
				split.having.add(part);
			}
			else {
				split.rows.add(part);
			}
		}
		return split;
	}

	@Nullable Sql where() {
		return this.rows.isEmpty() ? null : Terms.join(true, this.rows);
	}

	@Nullable Sql havingCondition() {
		return this.having.isEmpty() ? null : Terms.join(true, this.having);
	}

}
