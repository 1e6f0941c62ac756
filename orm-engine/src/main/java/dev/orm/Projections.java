package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.orm.expression.Expression;
import dev.orm.model.Model;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/** Selects typed expressions: aggregates among them group by the others. */
final class Projections {

	private Projections() {
	}

	static <T extends Model, X> ValuesQuerySet<T, X> flat(ReadableQuery<T, ?, ?> query,
			Expression<? super T, X> expression) {
		ProjectionPlan plan = ProjectionPlan.of(query.spec(), List.of(expression));
		return ValuesQuerySet.<T>of(query.orm(), plan.spec(), query.options())
			.map((row) -> Projections.<X>value(row, plan.order().get(0)));
	}

	/** NullAway does not see that X may itself be nullable. */
	@SuppressWarnings({ "unchecked", "NullAway" })
	private static <X extends @Nullable Object> X value(Row row, String name) {
		return (X) row.get(name);
	}

	static <T extends Model> ValuesQuerySet<T, LocalDate> dates(ReadableQuery<T, ?, ?> query, Selection.Dates dates) {
		return rows(query, dates).map((row) -> (LocalDate) row.values().get(0));
	}

	static <T extends Model> ValuesQuerySet<T, Instant> datetimes(ReadableQuery<T, ?, ?> query, Selection.Dates dates) {
		return rows(query, dates).map((row) -> (Instant) row.values().get(0));
	}

	private static <T extends Model> ValuesQuerySet<T, Row> rows(ReadableQuery<T, ?, ?> query, Selection.Dates dates) {
		return ValuesQuerySet.of(query.orm(), query.spec().then(dates), query.options());
	}

}
