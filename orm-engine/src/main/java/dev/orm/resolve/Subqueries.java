package dev.orm.resolve;

import dev.orm.sql.Column;

/**
 * Lets a query know which columns of the queries around it a subquery of it refers to.
 */
final class Subqueries {

	private Subqueries() {
	}

	static void carry(SelectQuery inner, SelectQuery around) {
		for (Column column : inner.external) {
			if (!around.joins.contains(column.alias()) && !around.external.contains(column)) {
				around.external.add(column);
				around.externalMultiValued |= inner.externalMultiValued;
			}
		}
	}

}
