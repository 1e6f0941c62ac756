package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.Connector;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Fragment;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueTypes;

/** Joins conditions by AND, OR and XOR; empty ones are neutral in any of them. */
final class Junctions {

	private Junctions() {
	}

	/** Leave out empty conditions and lift those joined by the same connector. */
	static List<Node> flatten(Connector connector, List<Node> parts) {
		List<Node> flat = new ArrayList<>();
		for (Node part : parts) {
			if (isEmpty(part)) {
				continue;
			}
			if (part instanceof Nodes.Junction junction
					&& (junction.connector() == connector || significant(junction) == 1)) {
				flat.addAll(flatten(connector, junction.parts()));
			}
			else {
				flat.add(part);
			}
		}
		return flat;
	}

	private static long significant(Nodes.Junction junction) {
		return junction.parts().stream().filter((part) -> !isEmpty(part)).count();
	}

	private static boolean isEmpty(Node node) {
		if (node instanceof Nodes.Negation negation) {
			return isEmpty(negation.part());
		}
		return node instanceof Nodes.Junction junction && junction.parts().stream().allMatch(Junctions::isEmpty);
	}

	static Sql join(Connector connector, List<Sql> conditions) {
		if (connector == Connector.XOR && conditions.size() > 1) {
			return xor(conditions);
		}
		return Terms.join(connector != Connector.OR, conditions);
	}

	/**
	 * An odd number holds: NULL where no condition is true and one is unknown, as a
	 * database with XOR would answer.
	 */
	private static Sql xor(List<Sql> conditions) {
		Sql sum = null;
		for (Sql condition : conditions) {
			Sql one = one(condition);
			sum = (sum != null) ? new Infix("+", sum, one, ValueTypes.INTEGER) : one;
		}
		Sql count = Template.of("MOD({}, 2)", ValueTypes.INTEGER, (sum != null) ? sum : number("0"));
		Sql odd = new Infix("=", number("1"), count, ValueTypes.BOOLEAN);
		return Terms.and(Terms.join(false, conditions), odd);
	}

	private static Sql one(Sql condition) {
		return new CaseWhen(List.of(condition), List.of(number("1")), number("0"), ValueTypes.INTEGER);
	}

	private static Sql number(String text) {
		return new Fragment(text, ValueTypes.INTEGER);
	}

}
