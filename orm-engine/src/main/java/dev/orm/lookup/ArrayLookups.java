package dev.orm.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.sql.Call;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Subscript;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;

/**
 * Lookups on arrays, their length, elements and slices. Positions count from 0, as in
 * Django.
 */
final class ArrayLookups implements LookupFactory {

	private static final Map<String, SqlOperator> OPERATORS = Map.of("exact", BuiltInOperator.EQUAL, "contains",
			BuiltInOperator.CONTAINS, "contained_by", BuiltInOperator.CONTAINED, "overlap", BuiltInOperator.OVERLAPS);

	private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

	private static final Pattern SLICE = Pattern.compile("(\\d{1,9})_(\\d{1,9})");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		SqlOperator operator = (left.type().kind() == Kind.ARRAY) ? OPERATORS.get(name) : null;
		return Optional.ofNullable(operator).map((symbol) -> (subject, right) -> compare(name, symbol, subject, right));
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		if (left.type().kind() != Kind.ARRAY) {
			return Optional.empty();
		}
		if (name.equals("len")) {
			return Optional.of(ArrayLookups::length);
		}
		if (INDEX.matcher(name).matches()) {
			Subscript.Place place = new Subscript.At(Integer.parseInt(name) + 1);
			return Optional.of((array) -> Subscript.of(array, place, array.type().elementType()));
		}
		Matcher slice = SLICE.matcher(name);
		if (slice.matches()) {
			Subscript.Place place = new Subscript.Slice(Integer.parseInt(slice.group(1)) + 1,
					Integer.valueOf(slice.group(2)));
			return Optional.of((array) -> Subscript.of(array, place, array.type()));
		}
		return Optional.empty();
	}

	@Override
	public Set<String> names() {
		return Set.of("contains", "contained_by", "overlap", "len");
	}

	private static Sql compare(String name, SqlOperator operator, Sql left, Operand right) {
		if (Operands.isNull(right) && name.equals("exact")) {
			return Terms.isNull(left, true);
		}
		Operands.refuseNull(right);
		if (right instanceof Operand.Subquery subquery && name.equals("overlap")) {
			Sql values = new SubqueryCall(subquery.statement(), SubqueryCall.Form.ARRAY, subquery.outer(), false,
					left.type());
			return Operands.compare(operator, left, values);
		}
		Sql wanted = Operands.bind(right, left.type());
		// varchar[] and text[] have no operator in common
		return Operands.compare(operator, left, (wanted instanceof Parameter bound) ? bound.asTyped() : wanted);
	}

	private static Sql length(Sql array) {
		Sql length = Call.of("ARRAY_LENGTH", ValueTypes.INTEGER, array, Literal.of(1));
		return new CaseWhen(List.of(Terms.isNull(array, true)), List.of(Literal.nothing(ValueTypes.INTEGER)),
				Coalesce.of(length, Literal.of(0), ValueTypes.INTEGER), ValueTypes.INTEGER);
	}

}
