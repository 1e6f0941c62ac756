package dev.orm.tree;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.sql.Call;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Joins conditions by AND, OR and XOR; empty ones are neutral in any of them. */
public final class Junctions {

	private Junctions() {
	}

	/**
	 * Leave out empty conditions and lift those joined by the same connector.
	 * @param connector the connector
	 * @param parts the conditions
	 * @return the conditions that say something
	 */
	public static List<Node> flatten(Connector connector, List<Node> parts) {
		List<Node> flat = new ArrayList<>();
		for (Node part : new Predicate.Junction(connector, parts).flat()) {
			if (isEmpty(part)) {
				continue;
			}
			Node only = onlyOne(part);
			if (only != null) {
				flat.addAll(flatten(connector, List.of(only)));
			}
			else {
				flat.add(part);
			}
		}
		return flat;
	}

	/** A connector between nothing and one condition means nothing. */
	private static @Nullable Node onlyOne(Node part) {
		if (!(part instanceof Predicate.Junction junction)) {
			return null;
		}
		List<Node> significant = junction.flat().stream().filter((inner) -> !isEmpty(inner)).limit(2).toList();
		return (significant.size() == 1) ? significant.get(0) : null;
	}

	private static boolean isEmpty(Node node) {
		if (node instanceof Predicate.Negation negation) {
			return isEmpty(negation.part());
		}
		return node instanceof Predicate.Junction junction && junction.flat().stream().allMatch(Junctions::isEmpty);
	}

	/**
	 * Join resolved conditions.
	 * @param connector the connector
	 * @param conditions the conditions
	 * @return a condition
	 */
	public static Sql join(Connector connector, List<Sql> conditions) {
		if (connector == Connector.XOR && conditions.size() > 1) {
			return xor(conditions);
		}
		return Terms.join(connector != Connector.OR, conditions);
	}

	/**
	 * Negate a junction. Neither of several that look at aggregates or windows is several
	 * conditions, so that each can go to its clause.
	 * @param connector the connector
	 * @param conditions the conditions
	 * @return a condition
	 */
	public static Sql none(Connector connector, List<Sql> conditions) {
		Sql joined = join(connector, conditions);
		boolean ofRows = !joined.containsAggregate() && !joined.containsWindow();
		if (connector != Connector.OR || ofRows) {
			return Terms.not(joined);
		}
		return Terms.join(true, conditions.stream().map(Terms::not).toList());
	}

	/** An odd number holds. The unknown counts as what does not, as in Django. */
	private static Sql xor(List<Sql> conditions) {
		Sql count = Call.of("MOD", ValueTypes.INTEGER, sum(conditions), Literal.of(2));
		Sql odd = Infix.condition(Literal.of(1), BuiltInOperator.EQUAL, count);
		return Terms.and(Terms.join(false, conditions), odd);
	}

	/** Add in halves: the database, too, recurses into what is nested. */
	private static Sql sum(List<Sql> conditions) {
		int size = conditions.size();
		if (size == 1) {
			return one(conditions.get(0));
		}
		int half = (size + 1) / 2;
		return new Infix(BuiltInOperator.PLUS, sum(conditions.subList(0, half)), sum(conditions.subList(half, size)),
				ValueTypes.INTEGER);
	}

	private static Sql one(Sql condition) {
		return new CaseWhen(List.of(condition), List.of(Literal.of(1)), Literal.of(0), ValueTypes.INTEGER);
	}

}
