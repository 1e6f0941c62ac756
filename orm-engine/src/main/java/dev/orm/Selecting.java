package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Expression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.path.DateColumn;
import dev.orm.path.TimestampColumn;
import dev.orm.query.DateUnit;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Selects values instead of instances, by name or as one typed column.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Selecting<T extends Model, V, S extends Selecting<T, V, S>> extends Keying<T, V, S> {

	Selecting() {
	}

	/**
	 * Select values by name instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(String... names) {
		return valued(recipe(), List.of(names), Map.of());
	}

	/**
	 * Select expressions by name instead of instances. They are annotated first, as
	 * Django does.
	 * @param columns the expressions by name, in order
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(Map<String, ? extends Expression<? super T, ?>> columns) {
		Map<String, Node> expressions = definitions(columns);
		return valued(recipe(), new ArrayList<>(expressions.keySet()), expressions);
	}

	/**
	 * Select values and expressions instead of instances, in the order of the names.
	 * @param names paths, transforms, names of annotations and of the expressions
	 * @param expressions the expressions by name
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(List<String> names,
			Map<String, ? extends Expression<? super T, ?>> expressions) {
		return valued(recipe(), names, definitions(expressions));
	}

	/**
	 * Select values instead of instances.
	 * @param names paths, transforms and names of annotations, also several times; none
	 * for all fields and annotations
	 * @return a queryset of lists
	 */
	public final ValuesQuerySet<T, List<@Nullable Object>> valuesList(String... names) {
		Recipe recipe = recipe();
		List<String> columns = new ArrayList<>(names.length);
		Map<String, Node> again = new LinkedHashMap<>();
		for (String name : names) {
			String column = columns.contains(name) ? another(name, recipe.spec().model(), columns, names) : name;
			if (!column.equals(name)) {
				again.put(column, new Atom.Field(name));
			}
			columns.add(column);
		}
		return Selecting.<T>valued(recipe, columns, again).map(Row::values);
	}

	/**
	 * Name a column that is selected once more: a number after its name, as in Django.
	 */
	private static String another(String name, EntityModel model, List<String> columns, String... given) {
		Set<String> taken = new HashSet<>(columns);
		taken.addAll(List.of(given));
		int number = 1;
		while (taken.contains(name + number) || model.field(name + number).isPresent()) {
			number++;
		}
		return name + number;
	}

	/**
	 * Select one value instead of instances. Django's {@code values_list(flat=True)}.
	 * @param names the path or annotation, exactly one
	 * @return a queryset of values
	 * @throws IllegalQueryException if there is not exactly one name
	 */
	public final ValuesQuerySet<T, @Nullable Object> flat(String... names) {
		if (names.length != 1) {
			throw new IllegalQueryException("flat() takes one name, not %d: %s. Use valuesList() for several."
				.formatted(names.length, String.join(", ", names)), Subject.ofArgument("flat"));
		}
		return values(names).map((row) -> row.values().get(0));
	}

	/**
	 * Select one value instead of instances.
	 * @param <X> the class of the value
	 * @param expression the expression
	 * @return a queryset of values
	 */
	public final <X> ValuesQuerySet<T, X> flat(Expression<? super T, X> expression) {
		return Projections.flat(recipe(), expression);
	}

	private static <T extends Model> ValuesQuerySet<T, Row> valued(Recipe recipe, List<String> names,
			Map<String, Node> expressions) {
		return ValuesQuerySet.of(recipe.then(new Selection.Values(names, expressions)));
	}

	/**
	 * Select the distinct truncated dates of a field, the earliest first.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind) {
		return dates(field, kind, false);
	}

	/**
	 * Select the distinct truncated dates of a field; rows without one are left out.
	 * Django's {@code dates()}.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind, boolean descending) {
		return Projections.dates(recipe(),
				new Selection.Dates(field, DateUnit.of(kind, false), descending, false, null));
	}

	/**
	 * Select the distinct truncated dates of a column, the earliest first.
	 * @param column the column
	 * @param kind years, months, weeks or days
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(DateColumn<? super T, ?> column, ChronoUnit kind) {
		return dates(column, kind, false);
	}

	/**
	 * Select the distinct truncated dates of a column; rows without one are left out. A
	 * date with a time is truncated in the current time zone. Django's {@code dates()}.
	 * @param column the column
	 * @param kind years, months, weeks or days
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 * @throws QueryValueException if the kind is another
	 */
	public final ValuesQuerySet<T, LocalDate> dates(DateColumn<? super T, ?> column, ChronoUnit kind,
			boolean descending) {
		return dates(column.path(), Projections.kind(kind), descending);
	}

	/**
	 * Select the distinct truncated instants of a field, the earliest first.
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @return a queryset of instants
	 */
	public final ValuesQuerySet<T, Instant> datetimes(String field, String kind) {
		return datetimes(field, kind, false, null);
	}

	/**
	 * Select the distinct truncated instants of a field; rows without one are left out.
	 * Django's {@code datetimes()}.
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @param descending whether the latest comes first
	 * @param zone the time zone to truncate in; null for the current one
	 * @return a queryset of instants
	 */
	public final ValuesQuerySet<T, Instant> datetimes(String field, String kind, boolean descending,
			@Nullable String zone) {
		return Projections
			.<T>datetimes(recipe(), new Selection.Dates(field, DateUnit.of(kind, true), descending, true, zone))
			.map(Projections::instant);
	}

	/**
	 * Select the distinct truncated values of a column, the earliest first.
	 * @param <X> the class of the column
	 * @param column the column
	 * @param kind years, months, weeks, days, hours, minutes or seconds
	 * @return a queryset of values of the column's class
	 */
	public final <X> ValuesQuerySet<T, X> datetimes(TimestampColumn<? super T, X> column, ChronoUnit kind) {
		return datetimes(column, kind, false, null);
	}

	/**
	 * Select the distinct truncated values of a column; rows without one are left out.
	 * Django's {@code datetimes()}.
	 * @param <X> the class of the column
	 * @param column the column
	 * @param kind years, months, weeks, days, hours, minutes or seconds
	 * @param descending whether the latest comes first
	 * @param zone the time zone to truncate in; null for the current one
	 * @return a queryset of values of the column's class
	 * @throws QueryValueException if the kind is another
	 */
	@SuppressWarnings("unchecked")
	public final <X> ValuesQuerySet<T, X> datetimes(TimestampColumn<? super T, X> column, ChronoUnit kind,
			boolean descending, @Nullable ZoneId zone) {
		Selection.Dates dates = new Selection.Dates(column.path(), DateUnit.of(Projections.kind(kind), true),
				descending, true, (zone != null) ? zone.getId() : null);
		return Projections.<T>datetimes(recipe(), dates).map((value) -> (X) value);
	}

}
