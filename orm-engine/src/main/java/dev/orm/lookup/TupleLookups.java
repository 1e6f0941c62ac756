package dev.orm.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Infix;
import dev.orm.sql.Listed;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Lookups of composite and generic keys, as PostgreSQL's row comparisons. Django's
 * {@code tuple_lookups}.
 */
final class TupleLookups implements LookupFactory {

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() != Kind.TUPLE) {
			return Optional.empty();
		}
		if (name.equals("in")) {
			return Optional.of(TupleLookups::in);
		}
		return Optional.ofNullable(StandardLookups.OPERATORS.get(name))
			.map((operator) -> (subject, right) -> compare(name, operator, subject, right));
	}

	@Override
	public Set<String> names() {
		return Set.of("exact", "gt", "gte", "lt", "lte", "in");
	}

	private static Sql compare(String name, SqlOperator operator, Sql left, Operand right) {
		if (name.equals("exact") && Operands.isNull(right) && left.children().stream().anyMatch(Sql::nullable)) {
			return Terms.isNull(left, true);
		}
		Operands.refuseNull(right);
		return Infix.condition(left, operator, row(name, left, right));
	}

	private static Sql row(String name, Sql left, Operand right) {
		if (right instanceof Operand.Value value) {
			return row(name, left, value);
		}
		if (right instanceof Operand.Items items) {
			return row(name, left, items);
		}
		Sql key = Operands.sql(right, left.type());
		return (right instanceof Operand.Expression) ? whole(name, left, key) : key;
	}

	/** An expression that stands for a whole key: one of as many parts. */
	private static Sql whole(String name, Sql left, Sql right) {
		boolean several = right.type().kind() == Kind.TUPLE;
		if (!several || (!right.children().isEmpty() && right.children().size() != left.children().size())) {
			throw wrongSize(name, left.children().size());
		}
		return right;
	}

	/** Bind the parts of one key, each with the type of its column. */
	private static Sql row(String name, Sql left, Operand.Value value) {
		List<Sql> columns = left.children();
		List<Sql> parts = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			int index = i;
			Conversion part = (given) -> parts(name, left, given).get(index);
			parts.add(Operands.parameter(value, OutputTypes.plain(columns.get(i).type()), part).asTyped());
		}
		return row(parts);
	}

	private static Sql row(String name, Sql left, Operand.Items items) {
		List<Sql> columns = left.children();
		if (items.items().size() != columns.size()) {
			throw wrongSize(name, columns.size());
		}
		List<Sql> parts = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			parts.add(OutputTypes.typed(Operands.bind(items.items().get(i), columns.get(i).type())));
		}
		return row(parts);
	}

	/** The parts of a key, which a record or an instance may stand for. */
	private static List<@Nullable Object> parts(String name, Sql left, @Nullable Object given) {
		int size = left.children().size();
		Object key = (given != null) ? left.type().codec().convert(given) : null;
		if (!(key instanceof Collection<?> parts) || parts.size() != size) {
			throw wrongSize(name, size);
		}
		return new ArrayList<>(parts);
	}

	private static QueryValueException wrongSize(String name, int size) {
		return new QueryValueException(
				"The '%s' lookup of a composite key needs a list of %d parts, or a record of parts of their names."
					.formatted(name, size),
				Subject.ofArgument(name));
	}

	private static Sql in(Sql left, Operand right) {
		Operands.refuseNull(right);
		if (right instanceof Operand.Value value && value.value() instanceof Collection<?> keys) {
			return keys.isEmpty() ? Terms.FALSE : inList(left, value);
		}
		if (right instanceof Operand.Items items) {
			List<Sql> keys = new ArrayList<>();
			items.items()
				.stream()
				.filter((item) -> !Operands.isNull(item))
				.forEach((item) -> keys.add(row("in", left, item)));
			return keys.isEmpty() ? Terms.FALSE : MembershipLookup.isOneOf(left, keys);
		}
		return MembershipLookup.in(left, right);
	}

	/**
	 * An array for each column, whatever the number of keys: one text, one plan. A key
	 * that lacks a part is no member.
	 */
	private static Sql inList(Sql left, Operand.Value value) {
		List<SelectStatement.Selection> columns = new ArrayList<>();
		for (Sql column : left.children()) {
			int index = columns.size();
			Conversion part = (given) -> ((Collection<?>) Objects.requireNonNull(given)).stream()
				.filter(Objects::nonNull)
				.map((key) -> parts("in", left, key))
				.filter((key) -> !key.contains(null))
				.map((key) -> key.get(index))
				.toList();
			ValueType type = OutputTypes.plain(column.type());
			Sql array = Operands.parameter(value, ValueTypes.arrayOf(type), part).asTyped();
			columns.add(new SelectStatement.Selection(Call.of("UNNEST", type, array), null));
		}
		SelectStatement keys = SelectStatement.of(columns, List.of());
		return Infix.condition(left, BuiltInOperator.IN,
				SubqueryCall.alone(keys, SubqueryCall.Form.VALUES, left.type()));
	}

	private static Sql row(List<Sql> parts) {
		return Listed.row(ValueTypes.tuple(), parts);
	}

}
