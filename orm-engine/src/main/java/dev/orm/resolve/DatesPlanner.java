package dev.orm.resolve;

import java.util.List;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.Predicate;
import dev.orm.query.Selection;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;

/** Distinct truncated dates of a field. Django's {@code dates} and {@code datetimes}. */
final class DatesPlanner {

	private final SelectQuery query;

	DatesPlanner(SelectQuery query) {
		this.query = query;
	}

	void plan(Selection.Dates operation) {
		String name = operation.datetimes() ? "datetimefield" : "datefield";
		AnnotationPlanner annotations = new AnnotationPlanner(this.query);
		annotations.add(Map.of("plain_field", new Atom.Field(operation.field())), true);
		checkField(operation);
		annotations.add(Map.of(name, truncated(operation)), true);
		new ValuesPlanner(this.query).values(List.of(name));
		this.query.distinct(List.of());
		new ConditionBuilder(this.query)
			.add(List.of(new Predicate.Lookup("plain_field__isnull", new Atom.Literal(false, null))), false);
		this.query.orderBy(List.of(new Clause.Ordering(new Atom.Field(name), operation.descending(), Nulls.DEFAULT)));
	}

	private void checkField(Selection.Dates operation) {
		Sql field = this.query.annotations.get("plain_field");
		if (field != null && !field.type().kind().isTemporal()) {
			throw new IllegalQueryException("'%s' of %s isn't a date, a time or an instant."
				.formatted(operation.field(), this.query.model.name()),
					Subject.ofPath(this.query.model.name(), operation.field()));
		}
		if (!operation.datetimes() || field == null) {
			return;
		}
		if (field.type().kind() == Kind.DATE) {
			throw new QueryValueException("Cannot truncate the date '%s' on %s to an instant. hint: use dates(…)"
				.formatted(operation.field(), this.query.model.name()),
					Subject.ofPath(this.query.model.name(), operation.field()));
		}
		if (field.type().kind() == Kind.TIME) {
			throw new QueryValueException("Cannot truncate the time of day '%s' on %s to an instant."
				.formatted(operation.field(), this.query.model.name()),
					Subject.ofPath(this.query.model.name(), operation.field()));
		}
	}

	private static Node truncated(Selection.Dates operation) {
		String kind = operation.unit().kind();
		Map<String, Object> options = (operation.zone() != null) ? Map.of("kind", kind, "tz", operation.zone())
				: Map.of("kind", kind);
		return new Computation.Function("Trunc", List.of(new Atom.Field(operation.field())), options,
				operation.datetimes() ? null : ValueTypes.DATE);
	}

}
