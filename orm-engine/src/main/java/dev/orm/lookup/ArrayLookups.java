package dev.orm.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Subscript;
import dev.orm.sql.Template;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Lookups on arrays, their length, elements and slices. Positions count from 0, as in
 * Django.
 */
final class ArrayLookups implements LookupFactory {

	private static final Map<String, String> OPERATORS = Map.of("exact", "=", "contains", "@>", "contained_by", "<@",
			"overlap", "&&");

	private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

	private static final Pattern SLICE = Pattern.compile("(\\d{1,9})_(\\d{1,9})");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		String operator = (left.type().kind() == Kind.ARRAY) ? OPERATORS.get(name) : null;
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
			String place = "[" + (Integer.parseInt(name) + 1) + "]";
			return Optional.of((array) -> subscript(array, place, array.type().elementType()));
		}
		Matcher slice = SLICE.matcher(name);
		if (slice.matches()) {
			String place = "[" + (Integer.parseInt(slice.group(1)) + 1) + ":" + slice.group(2) + "]";
			return Optional.of((array) -> subscript(array, place, array.type()));
		}
		return Optional.empty();
	}

	@Override
	public Set<String> names() {
		return Set.of("contains", "contained_by", "overlap", "len");
	}

	private static Sql compare(String name, String operator, Sql left, Operand right) {
		if (Operands.isNull(right) && name.equals("exact")) {
			return Terms.isNull(left, true);
		}
		Operands.refuseNull(right);
		if (right instanceof Operand.Subquery subquery && name.equals("overlap")) {
			Sql values = new SubqueryCall(subquery.statement(), "ARRAY", subquery.outer(), false, left.type());
			return Operands.compare(operator, left, values);
		}
		Sql wanted = Operands.bind(right, left.type());
		// varchar[] and text[] have no operator in common
		return Operands.compare(operator, left, (wanted instanceof Parameter bound) ? bound.asTyped() : wanted);
	}

	private static Sql length(Sql array) {
		return Template.of("CASE WHEN {} IS NULL THEN NULL ELSE COALESCE(ARRAY_LENGTH({}, 1), 0) END",
				ValueTypes.INTEGER, array, array);
	}

	private static Sql subscript(Sql array, String place, ValueType type) {
		if (array instanceof Subscript inner) {
			List<String> places = new ArrayList<>(inner.places());
			places.add(place);
			return new Subscript(inner.array(), places, type);
		}
		return new Subscript(array, List.of(place), type);
	}

}
