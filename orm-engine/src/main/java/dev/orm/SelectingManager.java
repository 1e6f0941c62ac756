package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.model.Model;
import dev.orm.path.DateColumn;
import dev.orm.path.RelationColumn;
import dev.orm.path.TimestampColumn;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manager that selects values instead of instances: each method starts from
 * all rows of the manager.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class SelectingManager<T extends Model, S extends AbstractQuerySet<T, S>> extends ReadingManager<T, S> {

	SelectingManager() {
	}

	/**
	 * Select values by name instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(String... names) {
		return getQuerySet().values(names);
	}

	/**
	 * Select expressions by name instead of instances. They are annotated first, as
	 * Django does.
	 * @param columns the expressions by name, in order
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(Map<String, ? extends Expression<? super T, ?>> columns) {
		return getQuerySet().values(columns);
	}

	/**
	 * Select values and expressions instead of instances, in the order of the names.
	 * @param names paths, transforms, names of annotations and of the expressions
	 * @param expressions the expressions by name
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(List<String> names,
			Map<String, ? extends Expression<? super T, ?>> expressions) {
		return getQuerySet().values(names, expressions);
	}

	/**
	 * Select values instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of lists
	 */
	public final ValuesQuerySet<T, List<@Nullable Object>> valuesList(String... names) {
		return getQuerySet().valuesList(names);
	}

	/**
	 * Select one value instead of instances.
	 * @param names the path or annotation, exactly one
	 * @return a queryset of values
	 */
	public final ValuesQuerySet<T, @Nullable Object> flat(String... names) {
		return getQuerySet().flat(names);
	}

	/**
	 * Select one value instead of instances.
	 * @param <X> the class of the value
	 * @param expression the expression
	 * @return a queryset of values
	 */
	public final <X> ValuesQuerySet<T, X> flat(Expression<? super T, X> expression) {
		return getQuerySet().flat(expression);
	}

	/**
	 * Select the keys a relation leads to. The column of the key, such as
	 * {@code PRODUCT.category().id}, tells their class, too.
	 * @param <M> the model it leads to
	 * @param column the column of a relation
	 * @return a queryset of keys
	 */
	public final <M extends Model> ValuesQuerySet<T, @Nullable Object> flat(RelationColumn<? super T, M> column) {
		return getQuerySet().flat(column);
	}

	/**
	 * Select the distinct truncated dates of a field, the earliest first.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind) {
		return getQuerySet().dates(field, kind);
	}

	/**
	 * Select the distinct truncated dates of a field.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind, boolean descending) {
		return getQuerySet().dates(field, kind, descending);
	}

	/**
	 * Select the distinct truncated dates of a column, the earliest first.
	 * @param column the column
	 * @param kind years, months, weeks or days
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(DateColumn<? super T, ?> column, ChronoUnit kind) {
		return getQuerySet().dates(column, kind);
	}

	/**
	 * Select the distinct truncated dates of a column.
	 * @param column the column
	 * @param kind years, months, weeks or days
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(DateColumn<? super T, ?> column, ChronoUnit kind,
			boolean descending) {
		return getQuerySet().dates(column, kind, descending);
	}

	/**
	 * Select the distinct truncated instants of a field, the earliest first.
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @return a queryset of instants
	 */
	public final ValuesQuerySet<T, Instant> datetimes(String field, String kind) {
		return getQuerySet().datetimes(field, kind);
	}

	/**
	 * Select the distinct truncated instants of a field.
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @param descending whether the latest comes first
	 * @param zone the time zone to truncate in; null for the current one
	 * @return a queryset of instants
	 */
	public final ValuesQuerySet<T, Instant> datetimes(String field, String kind, boolean descending,
			@Nullable String zone) {
		return getQuerySet().datetimes(field, kind, descending, zone);
	}

	/**
	 * Select the distinct truncated values of a column, the earliest first.
	 * @param <X> the class of the column
	 * @param column the column
	 * @param kind years to seconds
	 * @return a queryset of values of the column's class
	 */
	public final <X> ValuesQuerySet<T, X> datetimes(TimestampColumn<? super T, X> column, ChronoUnit kind) {
		return getQuerySet().datetimes(column, kind);
	}

	/**
	 * Select the distinct truncated values of a column.
	 * @param <X> the class of the column
	 * @param column the column
	 * @param kind years to seconds
	 * @param descending whether the latest comes first
	 * @param zone the time zone to truncate in; null for the current one
	 * @return a queryset of values of the column's class
	 */
	public final <X> ValuesQuerySet<T, X> datetimes(TimestampColumn<? super T, X> column, ChronoUnit kind,
			boolean descending, @Nullable ZoneId zone) {
		return getQuerySet().datetimes(column, kind, descending, zone);
	}

}
