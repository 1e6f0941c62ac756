package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

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

	/**
	 * The one member that is the whole answer: what none() leaves of a set operation is a
	 * plain query again. Null if there are rows to combine.
	 */
	static @Nullable SelectQuery only(String operator, List<SelectQuery> members) {
		SelectQuery first = members.get(0);
		if (operator.equals("UNION")) {
			List<SelectQuery> present = members.stream().filter((member) -> !member.empty).toList();
			SelectQuery last = (present.size() == 1) ? present.get(0) : first;
			return (first.empty && present.size() < 2 && isAlike(first, last)) ? last : null;
		}
		if (first.empty) {
			return first;
		}
		return members.stream()
			.filter((member) -> operator.equals("INTERSECT") && member.empty && isAlike(first, member))
			.findFirst()
			.orElse(null);
	}

	/** The annotations the rows have: those of the first member. */
	Map<String, Sql> annotations() {
		SelectQuery first = this.members.get(0);
		return (first.compound != null) ? first.compound.annotations() : first.selectedAnnotations();
	}

	private static boolean isAlike(SelectQuery one, SelectQuery other) {
		return one.model == other.model && one.hasSelectFields() == other.hasSelectFields();
	}

	/** Let members without a choice of their own select what the first one does. */
	static List<SelectQuery> alike(List<SelectQuery> members) {
		SelectQuery first = members.get(0);
		if (first.compound != null || first.valuesSelect.isEmpty()) {
			return members;
		}
		List<String> names = new ArrayList<>(first.valuesSelect);
		names.addAll(first.selectedAnnotations().keySet());
		members.stream()
			.filter((member) -> member.compound == null && !member.hasSelectFields())
			.forEach((member) -> new ValuesPlanner(member).values(names));
		return members;
	}

}
