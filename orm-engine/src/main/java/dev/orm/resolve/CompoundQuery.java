package dev.orm.resolve;

import java.util.List;

/**
 * The members of a set operation.
 *
 * @param operator the SQL operator
 * @param members the queries, the first one included
 */
record CompoundQuery(String operator, List<SelectQuery> members) {

	CompoundQuery {
		members = List.copyOf(members);
	}

}
