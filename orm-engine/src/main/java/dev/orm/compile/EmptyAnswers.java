package dev.orm.compile;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.Cast;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an aggregate answers for no rows, where that is known without asking the
 * database.
 */
final class EmptyAnswers {

	private EmptyAnswers() {
	}

	static @Nullable ValueSlot of(Sql selection) {
		if (selection instanceof AggregateCall call) {
			return new ValueSlot(-1, call.emptyValue(), Conversion.NONE, call.type());
		}
		if (selection instanceof Cast cast) {
			ValueSlot inner = of(cast.expression());
			return (inner != null) ? new ValueSlot(inner.ordinal(), inner.constant(), inner.conversion(), cast.type())
					: null;
		}
		return (selection instanceof Coalesce coalesce && coalesce.values().size() == 2
				&& coalesce.values().get(1) instanceof Parameter otherwise) ? orDefault(coalesce, otherwise) : null;
	}

	/** A count of no rows is no NULL, which the default would stand for. */
	private static @Nullable ValueSlot orDefault(Coalesce coalesce, Parameter otherwise) {
		ValueSlot first = of(coalesce.values().get(0));
		boolean isNull = first != null && first.ordinal() < 0 && first.constant() == null;
		return isNull ? ValueSlot.of(otherwise) : first;
	}

}
