package dev.orm.resolve.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.orm.lookup.Operand;
import dev.orm.meta.FieldModel;
import dev.orm.meta.embedded.EmbeddedRecord;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;
import org.jspecify.annotations.Nullable;

/** Takes apart what an embedded record is compared with, column by column. */
public final class RecordOperands {

	/** The lookups of records as a whole. */
	public static final Set<String> LOOKUPS = Set.of("exact", "in", "isnull");

	private RecordOperands() {
	}

	/**
	 * Whether columns are compared one by one, so that parts that are null are found; a
	 * list of records of several columns, and what the database has, are compared by
	 * rows.
	 */
	public static boolean areApart(ResolvedPath path, Operand operand) {
		boolean list = path.rest().equals(List.of("in"));
		return path.record() != null && operand instanceof Operand.Value && (!list || path.targets().size() == 1);
	}

	/** Whether one column that is there is enough. */
	public static boolean isAny(ResolvedPath path, Operand operand) {
		return path.rest().equals(List.of("isnull")) && operand instanceof Operand.Value value
				&& Boolean.FALSE.equals(value.value());
	}

	/** The part of a value that a column is compared with. */
	public static Operand part(EmbeddedRecord record, FieldModel column, Operand operand) {
		if (operand instanceof Operand.Value value && !(value.value() instanceof Boolean)) {
			return new Operand.Value(value.ordinal(), part(record, column, value.value()), null);
		}
		return operand;
	}

	private static @Nullable Object part(EmbeddedRecord record, FieldModel column, @Nullable Object given) {
		if (given instanceof Collection<?> several) {
			List<@Nullable Object> parts = new ArrayList<>(several.size());
			several.forEach((item) -> parts.add(record.part(item, column)));
			return parts;
		}
		return record.part(given, column);
	}

	/** Let what is bound each time be the part of the value that is given then. */
	public static Sql bound(Sql condition, EmbeddedRecord record, FieldModel column, Operand operand) {
		if (!(operand instanceof Operand.Value value) || value.value() instanceof Boolean) {
			return condition;
		}
		Conversion part = (given) -> part(record, column, given);
		return condition
			.transform((sql) -> (sql instanceof Parameter parameter && parameter.ordinal() == value.ordinal())
					? after(parameter, part) : null);
	}

	private static Sql after(Parameter parameter, Conversion part) {
		Conversion then = parameter.conversion();
		return new Parameter(parameter.ordinal(), parameter.constant(), (value) -> then.apply(part.apply(value)),
				parameter.type(), parameter.typed());
	}

}
