package dev.orm.lookup;

import java.util.Collection;
import java.util.List;

import dev.orm.error.UnsupportedQueryException;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Sql;
import dev.orm.type.ValueType;

/**
 * Applies to the right side of a lookup the transforms of the left side that want both.
 */
public final class BilateralTransforms {

	private BilateralTransforms() {
	}

	/**
	 * Transform the right side.
	 * @param transforms the transforms of the left side, in order; those for one side are
	 * passed over
	 * @param right the right side
	 * @param type the type of the left side before them, with which values are bound
	 * @return the transformed right side; null and truth values stay
	 * @throws UnsupportedQueryException if the right side is a query or a list of values
	 */
	public static Operand apply(List<Transform> transforms, Operand right, ValueType type) {
		List<Transform> both = transforms.stream().filter(Transform::bilateral).toList();
		if (both.isEmpty() || isPlain(right)) {
			return right;
		}
		if (right instanceof Operand.Items items) {
			return new Operand.Items(items.items().stream().map((item) -> apply(both, item, type)).toList());
		}
		if (right instanceof Operand.Subquery
				|| (right instanceof Operand.Value value && value.value() instanceof Collection<?>)) {
			throw new UnsupportedQueryException(
					"A transform of both sides cannot be applied to a query or a list; give expressions one by one");
		}
		Sql transformed = OutputTypes.typed(Operands.bind(right, type));
		for (Transform transform : both) {
			transformed = transform.apply(transformed);
		}
		return new Operand.Expression(transformed);
	}

	private static boolean isPlain(Operand right) {
		return right instanceof Operand.Value value && (value.value() == null || value.value() instanceof Boolean);
	}

}
