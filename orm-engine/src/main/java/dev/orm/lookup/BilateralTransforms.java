package dev.orm.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Call;
import dev.orm.type.Conversion;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Applies to the right side of a lookup the transforms of the left side that want both.
 */
public final class BilateralTransforms {

	private static final String MEMBERS = "members";

	private static final String MEMBER = "member";

	private BilateralTransforms() {
	}

	/**
	 * Transform the right side.
	 * @param name the lookup
	 * @param transforms the transforms of the left side, in order; those for one side are
	 * passed over
	 * @param right the right side
	 * @param type the type of the left side before them, with which values are bound
	 * @return the transformed right side; null and truth values stay
	 * @throws UnsupportedQueryException if the right side is a query
	 */
	public static Operand apply(String name, List<Transform> transforms, Operand right, ValueType type) {
		List<Transform> both = transforms.stream().filter(Transform::bilateral).toList();
		if (both.isEmpty() || isPlain(right)) {
			return right;
		}
		if (right instanceof Operand.Items items) {
			return new Operand.Items(items.items().stream().map((item) -> apply(name, both, item, type)).toList());
		}
		if (right instanceof Operand.Subquery) {
			throw new UnsupportedQueryException("A transform of both sides cannot be applied to a query",
					Subject.ofArgument(name));
		}
		if (right instanceof Operand.Value value && value.value() instanceof Collection<?> list) {
			return list(name, both, value, list, type);
		}
		return one(both, OutputTypes.typed(Operands.bind(right, type)));
	}

	private static boolean isPlain(Operand right) {
		return right instanceof Operand.Value value && (value.value() == null || value.value() instanceof Boolean);
	}

	private static Operand one(List<Transform> transforms, Sql value) {
		return new Operand.Expression(transformed(transforms, value));
	}

	private static Sql transformed(List<Transform> transforms, Sql value) {
		Sql transformed = value;
		for (Transform transform : transforms) {
			transformed = transform.apply(transformed);
		}
		return transformed;
	}

	/** A list the lookup refuses stays, so that it says why. */
	private static Operand list(String name, List<Transform> transforms, Operand.Value value, Collection<?> list,
			ValueType type) {
		return switch (name) {
			case "in" -> list.stream().allMatch(Objects::isNull) ? value : members(transforms, value, type);
			case "range" ->
				(list.size() != 2 || list.stream().anyMatch(Objects::isNull)) ? value : ends(transforms, value, type);
			default -> one(transforms, OutputTypes.typed(Operands.bind(value, type)));
		};
	}

	/**
	 * The members are transformed by the database, as the text does not tell how many
	 * there are.
	 */
	private static Operand members(List<Transform> transforms, Operand.Value value, ValueType type) {
		ValueType element = OutputTypes.plain(type);
		Conversion members = (given) -> MembershipLookup.members(element,
				(Collection<?>) Objects.requireNonNull(given));
		Sql list = Operands.parameter(value, ValueTypes.arrayOf(element), members).asTyped();
		Selection each = new Selection(Call.of("UNNEST", element, list), MEMBER);
		Source source = Source.of(SelectStatement.of(List.of(each), List.of()), MEMBERS);
		Sql member = transformed(transforms, Column.computed(MEMBERS, MEMBER, element));
		SelectStatement all = SelectStatement.of(List.of(new Selection(member, null)), List.of(source));
		return new Operand.Expression(
				SubqueryCall.alone(all, SubqueryCall.Form.ARRAY, ValueTypes.arrayOf(OutputTypes.plain(member.type()))));
	}

	private static Operand ends(List<Transform> transforms, Operand.Value value, ValueType type) {
		return new Operand.Items(IntStream.range(0, 2)
			.mapToObj((index) -> Operands.parameter(value, type, (given) -> RangeLookup.item(given, index)))
			.map((end) -> one(transforms, end.asTyped()))
			.toList());
	}

}
