package dev.orm.migration.inspect.check;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.check.Problem;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.Unique;

/**
 * Compares tables that are there with those that models ask for. What the database has
 * beyond is left alone. A constraint may have another name, if it says the same.
 *
 * @param found what is there
 * @param places the models behind tables
 */
record FactProblems(Schema found, FactPlaces places) {

	private static final String MIGRATE = "apply the pending migrations, or ask drift what else is different";

	Stream<Problem> of(Schema expected) {
		return expected.objects().stream().flatMap(this::of);
	}

	private Stream<Problem> of(SchemaObject object) {
		if (object instanceof Table table) {
			return this.found.has(table.id()) ? Stream.empty() : Stream
				.of(Problem.error("db-column", this.places.model(table.name()),
						"The table '%s' of %s is not there.".formatted(table.name(), this.places.model(table.name())),
						MIGRATE));
		}
		if (!this.found.has(ObjectId.table(object.id().table()))) {
			return Stream.empty();
		}
		return (object instanceof Column column) ? column(column) : constraint(object);
	}

	private Stream<Problem> column(Column column) {
		String place = this.places.attribute(column.table(), column.name());
		Column there = this.found.column(column.table(), column.name()).orElse(null);
		if (there == null) {
			return Stream.of(Problem.error("db-column", place,
					"The column '%s' of the table '%s' is not there.".formatted(column.name(), column.table()),
					MIGRATE));
		}
		Stream.Builder<Problem> problems = Stream.builder();
		if (!there.type().equals(column.type())) {
			problems.add(Problem.warning("db-type", place,
					"The column of %s is %s, where the model says %s.".formatted(place, there.type(), column.type()),
					MIGRATE));
		}
		if (there.notNull() != column.notNull()) {
			problems.add(Problem.warning("db-nullability", place,
					"The column of %s takes %s, where the model says otherwise.".formatted(place,
							there.notNull() ? "no NULL" : "NULL"),
					MIGRATE));
		}
		return problems.build();
	}

	private Stream<Problem> constraint(SchemaObject object) {
		if (!isConstraint(object) || this.found.has(object.id()) || isSaidOtherwise(object)) {
			return Stream.empty();
		}
		String model = this.places.model(object.id().table());
		return Stream.of(Problem.warning("db-constraint", model,
				"The constraint '%s' of %s is not there.".formatted(object.id().name(), model), MIGRATE));
	}

	private static boolean isConstraint(SchemaObject object) {
		return object instanceof Key || object instanceof Unique || object instanceof ForeignKey
				|| object instanceof Check || object instanceof Exclusion;
	}

	private boolean isSaidOtherwise(SchemaObject object) {
		return this.found.objects().stream().anyMatch((other) -> saysSame(object, other));
	}

	private static boolean saysSame(SchemaObject one, SchemaObject other) {
		if (one instanceof Key key && other instanceof Key there) {
			return key.table().equals(there.table()) && key.columns().equals(there.columns());
		}
		if (one instanceof Unique unique && other instanceof Unique there) {
			return unique.table().equals(there.table()) && isSameSet(unique.columns(), there.columns());
		}
		return one instanceof ForeignKey key && other instanceof ForeignKey there && key.table().equals(there.table())
				&& key.columns().equals(there.columns()) && key.target().equals(there.target());
	}

	private static boolean isSameSet(List<String> one, List<String> other) {
		return one.size() == other.size() && one.containsAll(other);
	}

}
