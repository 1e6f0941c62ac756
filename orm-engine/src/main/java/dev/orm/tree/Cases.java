package dev.orm.tree;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.function.OutputTypes;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Truth;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Builds CASE WHEN: branches that cannot be reached are left out, values are bound with
 * the common type.
 */
public final class Cases {

	private Cases() {
	}

	/**
	 * Refuse a condition without parts, which says nothing.
	 * @param condition the condition
	 * @return the condition
	 */
	public static Node checked(Node condition) {
		Node part = (condition instanceof Predicate.Negation negation) ? negation.part() : condition;
		if (part instanceof Predicate.Junction junction && junction.parts().isEmpty()) {
			throw new QueryValueException("An empty condition cannot be the condition of a CASE.",
					Subject.ofArgument("condition"));
		}
		return condition;
	}

	/**
	 * Build a CASE.
	 * @param conditions the conditions
	 * @param results a result for each condition
	 * @param otherwise the default, or null
	 * @param asked the type asked for, or null to infer it
	 * @return an expression
	 */
	public static Sql build(List<Sql> conditions, List<Sql> results, @Nullable Sql otherwise,
			@Nullable ValueType asked) {
		List<Sql> all = new ArrayList<>(results);
		if (otherwise != null) {
			all.add(otherwise);
		}
		ValueType type = (asked != null) ? asked : OutputTypes.of(all);
		Sql last = (otherwise != null) ? typed(otherwise, type, asked != null) : Literal.nothing(type);
		List<Sql> open = new ArrayList<>();
		List<Sql> answers = new ArrayList<>();
		for (int i = 0; i < conditions.size(); i++) {
			if (Terms.isFalse(conditions.get(i))) {
				continue;
			}
			Sql result = typed(results.get(i), type, asked != null);
			if (conditions.get(i) instanceof Truth) {
				last = result;
				break;
			}
			open.add(conditions.get(i));
			answers.add(result);
		}
		return open.isEmpty() ? Literals.retype(last, type) : new CaseWhen(open, answers, last, type);
	}

	/**
	 * Refuse a choice between values of several types wherever it is written, as Django
	 * does: PostgreSQL would, or would take them for texts.
	 */
	public static void checkTypes(List<? extends Sql> expressions) {
		expressions.forEach(Cases::checkTypes);
	}

	public static Sql checkTypes(Sql expression) {
		if (expression instanceof CaseWhen) {
			OutputTypes.require(expression);
		}
		checkTypes(expression.children());
		return expression;
	}

	private static Sql typed(Sql result, ValueType type, boolean asked) {
		boolean rebind = result instanceof Parameter parameter && (asked || !parameter.type().isSame(type));
		return rebind ? Literals.as(result, type) : result;
	}

}
