package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.WholeKeys;
import dev.orm.lookup.BilateralTransforms;
import dev.orm.lookup.Lookup;
import dev.orm.lookup.Operand;
import dev.orm.lookup.Transform;
import dev.orm.meta.Suggestions;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;

/**
 * Applies transforms and the lookup at the end of a path. Django's {@code build_lookup}.
 */
final class LookupBuilder {

	private final ResolveContext context;

	LookupBuilder(ResolveContext context) {
		this.context = context;
	}

	/**
	 * A condition and what it asks of NULL.
	 *
	 * @param condition the condition
	 * @param asksForNull whether it is IS NULL
	 * @param asksForValue whether it is IS NOT NULL
	 * @param comparesNull whether it compares with a JSON null
	 */
	record Result(Sql condition, boolean asksForNull, boolean asksForValue, boolean comparesNull) {

	}

	Result build(Sql left, List<String> names, Operand right) {
		Sql current = left;
		List<Transform> transforms = new ArrayList<>();
		int last = names.size() - 1;
		for (int i = 0; i < last; i++) {
			current = transform(current, names.get(i), transforms);
		}
		String name = names.isEmpty() ? "exact" : names.get(last);
		Optional<Lookup> lookup = this.context.lookups().lookup(name, current);
		if (lookup.isPresent()) {
			return apply(name, lookup.get(), current, BilateralTransforms.apply(name, transforms, right, left.type()));
		}
		current = transform(current, name, transforms);
		Sql transformed = current;
		Lookup exact = this.context.lookups().lookup("exact", current).orElseThrow(() -> unknown("exact", transformed));
		return apply("exact", exact, current, BilateralTransforms.apply("exact", transforms, right, left.type()));
	}

	private Result apply(String name, Lookup lookup, Sql left, Operand right) {
		if (right instanceof Operand.Subquery subquery) {
			checkSingle(name, subquery);
			if (subquery.empty()) {
				return new Result(Terms.FALSE, false, false, false);
			}
		}
		if (left.type().kind() != Kind.TUPLE) {
			checkWhole(name, right);
		}
		Sql condition = lookup.apply(left, right);
		if (isNothing(left) && !name.equals("isnull")) {
			// what is NULL by construction equals nothing, and differs from all
			return new Result(Terms.FALSE, false, false, false);
		}
		if (name.equals("isnull")) {
			boolean asks = right instanceof Operand.Value value && Boolean.TRUE.equals(value.value());
			return new Result(condition, asks, !asks, false);
		}
		boolean isNull = right instanceof Operand.Value value && value.value() == null;
		boolean json = name.equals("exact") && left.type().kind() == Kind.JSON;
		return new Result(condition, isNull && !json, false, isNull && json);
	}

	/** One column is not compared with a key of several. */
	private static void checkWhole(String name, Operand right) {
		if (right instanceof Operand.Expression expression) {
			WholeKeys.refuse("The '" + name + "' lookup of one column", expression.sql());
		}
		if (right instanceof Operand.Items items) {
			items.items().forEach((item) -> checkWhole(name, item));
		}
	}

	private static boolean isNothing(Sql left) {
		return left instanceof AggregateCall call && call.filter() != null && Terms.isFalse(call.filter())
				&& call.emptyValue() == null;
	}

	private static void checkSingle(String name, Operand.Subquery subquery) {
		if (name.equals("exact") && !subquery.single()) {
			throw new QueryValueException(
					"The QuerySet value for an exact lookup must be limited to one result using slicing, or use 'in'.",
					Subject.ofArgument(name));
		}
	}

	private Sql transform(Sql left, String name, List<Transform> transforms) {
		Transform transform = this.context.lookups().transform(name, left).orElseThrow(() -> unknown(name, left));
		transforms.add(transform);
		return transform.apply(left);
	}

	private RuntimeException unknown(String name, Sql left) {
		return Suggestions.lookup(name, left.type(), this.context.lookups().names(left));
	}

}
