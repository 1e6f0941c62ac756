package dev.orm.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.embedded.EmbeddedRecord;
import org.jspecify.annotations.Nullable;

/** Writes assignments of embedded records as those of their columns. */
public final class RecordFields {

	private RecordFields() {
	}

	/**
	 * Write assignments of records as those of their columns.
	 * @param model the model
	 * @param assignments the assignments
	 * @return those of columns, in order; what is no record as it is
	 * @throws QueryValueException if a record is assigned something else
	 */
	public static List<Assignment<?>> spread(EntityModel model, List<Assignment<?>> assignments) {
		if (assignments.stream().allMatch((given) -> isColumn(model, given.attribute()))) {
			return assignments;
		}
		List<Assignment<?>> spread = new ArrayList<>();
		for (Assignment<?> given : assignments) {
			Optional<EmbeddedRecord> record = isColumn(model, given.attribute()) ? Optional.empty()
					: EmbeddedRecord.find(model, given.attribute());
			record.ifPresentOrElse((found) -> spread(found, given, spread), () -> spread.add(given));
		}
		return spread;
	}

	private static boolean isColumn(EntityModel model, String attribute) {
		return model.field(attribute).isPresent();
	}

	private static void spread(EmbeddedRecord record, Assignment<?> given, List<Assignment<?>> spread) {
		Supplier<@Nullable Object> once = (given.value() instanceof Atom.Literal literal) ? once(literal.value())
				: () -> null;
		for (FieldModel column : record.columns()) {
			spread.add(new Assignment<>(column.name(), value(record, column, given, once)));
		}
	}

	private static Node value(EmbeddedRecord record, FieldModel column, Assignment<?> given,
			Supplier<@Nullable Object> once) {
		if (given.value() instanceof Atom.Field other) {
			return new Atom.Field(other.path() + "__" + record.relative(column));
		}
		if (!(given.value() instanceof Atom.Literal literal)) {
			throw new QueryValueException(
					"%s.%s is a record of columns, and takes a %s or another record of the row. hint: assign its columns one by one"
						.formatted(record.model(), record.path(), record.type().getSimpleName()),
					column.subject());
		}
		return (literal.value() instanceof Supplier<?>)
				? new Atom.Literal((Supplier<@Nullable Object>) () -> record.part(once.get(), column), null)
				: Nodes.of(record.part(literal.value(), column));
	}

	/** What is given; a supplier is asked once for all columns, and only if one is. */
	private static Supplier<@Nullable Object> once(@Nullable Object given) {
		if (!(given instanceof Supplier<?> supplier)) {
			return () -> given;
		}
		return new Supplier<>() {

			private boolean asked;

			private @Nullable Object answer;

			@Override
			public @Nullable Object get() {
				if (!this.asked) {
					this.answer = supplier.get();
					this.asked = true;
				}
				return this.answer;
			}

		};
	}

}
