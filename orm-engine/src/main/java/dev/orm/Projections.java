package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Expression;
import dev.orm.model.Model;
import dev.orm.query.ProjectionPlan;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/** Selects typed expressions: aggregates among them group by the others. */
final class Projections {

	private Projections() {
	}

	static <T extends Model, X> ValuesQuerySet<T, X> flat(Recipe recipe, Expression<? super T, X> expression) {
		ProjectionPlan plan = ProjectionPlan.of(recipe.spec(), List.of(expression));
		return ValuesQuerySet.<T>of(recipe.asking(plan.spec()))
			.map((row) -> Projections.<X>value(row, plan.order().get(0)));
	}

	/** NullAway does not see that X may itself be nullable. */
	@SuppressWarnings({ "unchecked", "NullAway" })
	private static <X extends @Nullable Object> X value(Row row, String name) {
		return (X) row.get(name);
	}

	static <T extends Model> ValuesQuerySet<T, LocalDate> dates(Recipe recipe, Selection.Dates dates) {
		return Projections.<T>rows(recipe, dates).map((row) -> (LocalDate) row.values().get(0));
	}

	static <T extends Model> ValuesQuerySet<T, Object> datetimes(Recipe recipe, Selection.Dates dates) {
		return Projections.<T>rows(recipe, dates).map((row) -> Objects.requireNonNull(row.values().get(0)));
	}

	static Instant instant(Object value) {
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof Instant time) {
			return time;
		}
		throw new IllegalQueryException(
				"A %s without a time zone is no instant. hint: give datetimes() the typed column, which answers values of its own class"
					.formatted(value.getClass().getSimpleName()),
				Subject.ofArgument("datetimes"));
	}

	/** Return the name of a kind: {@code month} for months. */
	static String kind(ChronoUnit unit) {
		return unit.name().toLowerCase(Locale.ROOT).replaceFirst("s$", "");
	}

	private static <T extends Model> ValuesQuerySet<T, Row> rows(Recipe recipe, Selection.Dates dates) {
		return ValuesQuerySet.of(recipe.then(dates));
	}

}
