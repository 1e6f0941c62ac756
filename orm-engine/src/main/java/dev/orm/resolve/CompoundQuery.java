package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.query.SetOperator;
import dev.orm.sql.SelectStatement.Compound.Operator;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The members of a set operation.
 *
 * @param operator how they are combined
 * @param all whether duplicates stay
 * @param members the queries, the first one included
 */
record CompoundQuery(SetOperator operator, boolean all, List<SelectQuery> members) {

	CompoundQuery {
		members = List.copyOf(members);
	}

	/**
	 * The one member that is the whole answer: what none() leaves of a set operation is a
	 * plain query again. Null if there are rows to combine.
	 */
	static @Nullable SelectQuery only(SetOperator operator, List<SelectQuery> members) {
		SelectQuery first = members.get(0);
		if (operator == SetOperator.UNION) {
			List<SelectQuery> present = members.stream().filter((member) -> !member.isEmpty()).toList();
			SelectQuery last = (present.size() == 1) ? present.get(0) : first;
			return (first.isEmpty() && present.size() < 2 && isAlike(first, last)) ? last : null;
		}
		if (first.isEmpty()) {
			return first;
		}
		return members.stream()
			.filter((member) -> operator == SetOperator.INTERSECT && member.isEmpty() && isAlike(first, member))
			.findFirst()
			.orElse(null);
	}

	/** The query whose columns the rows have: members may be combinations themselves. */
	boolean isUnion() {
		return this.operator == SetOperator.UNION;
	}

	/** The operator as the statement has it. */
	Operator written() {
		return switch (this.operator) {
			case UNION -> this.all ? Operator.UNION_ALL : Operator.UNION;
			case INTERSECT -> Operator.INTERSECT;
			case EXCEPT -> Operator.EXCEPT;
		};
	}

	@Override
	public String toString() {
		return this.operator + (this.all ? " ALL" : "");
	}

	SelectQuery first() {
		SelectQuery first = this.members.get(0);
		return (first.compound != null) ? first.compound.first() : first;
	}

	/** The annotations the rows have. */
	Map<String, Sql> annotations() {
		return first().annotations.selected();
	}

	private static boolean isAlike(SelectQuery one, SelectQuery other) {
		return one.model == other.model && one.select.isFixed() == other.select.isFixed();
	}

	/** Let members without a choice of their own select what the first one does. */
	CompoundQuery alike() {
		SelectQuery first = first();
		if (!first.select.names().isEmpty()) {
			List<String> names = new ArrayList<>(first.select.names());
			names.addAll(first.annotations.selected().keySet());
			select(names, false);
		}
		return this;
	}

	/**
	 * Let members without a choice of their own select names.
	 * @param ofWhole whether the choice is that of the whole
	 */
	void select(List<String> names, boolean ofWhole) {
		for (SelectQuery member : this.members) {
			if (member.compound != null) {
				member.compound.select(names, ofWhole);
				member.select.fix(member.compound.first().select.fixed());
			}
			else if (!member.select.isFixed()) {
				new ValuesPlanner(member).values(names);
				member.select.fixedByWhole(ofWhole);
			}
		}
	}

}
