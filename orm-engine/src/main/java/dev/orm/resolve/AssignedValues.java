package dev.orm.resolve;

import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.sql.Fragment;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;

/**
 * Resolves what a column is to hold after an UPDATE or an INSERT. In: a field and a
 * value, or an expression without joins, aggregates and windows. Out: SQL of the field's
 * type.
 */
final class AssignedValues {

	private final SelectQuery query;

	AssignedValues(SelectQuery query) {
		this.query = query;
	}

	Sql resolve(FieldModel field, Node node) {
		if (node instanceof Nodes.Literal literal) {
			return bound(field, literal);
		}
		Sql value = new ExpressionResolver(this.query, ResolveMode.withoutJoins()).resolve(node);
		if (value.containsAggregate() || value.containsWindow()) {
			throw new FieldException("%s are not allowed in this query (%s=%s).".formatted(
					value.containsAggregate() ? "Aggregate functions" : "Window expressions", field.name(), node));
		}
		// a value wrapped in an expression is bound with the type of the column
		return (value instanceof Parameter) ? Literals.as(value, field.type()) : value;
	}

	private Sql bound(FieldModel field, Nodes.Literal literal) {
		Object value = literal.value();
		if (value == null) {
			return new Fragment("NULL", field.type());
		}
		if (value instanceof Model instance) {
			checkInstance(field, instance);
		}
		Conversion conversion = (value instanceof Model) ? new InstanceKey(target(field)) : Conversion.NONE;
		int ordinal = this.query.context.values().ordinal(literal);
		return new Parameter(ordinal, null, conversion, field.type(), false);
	}

	private static FieldModel target(FieldModel field) {
		RelationModel relation = field.relation();
		return (relation != null) ? relation.path().get(0).toField() : field;
	}

	private static void checkInstance(FieldModel field, Model instance) {
		RelationModel relation = field.relation();
		if (relation == null || !relation.target().concrete().javaType().isInstance(instance)) {
			throw new QueryValueException("Cannot assign '%s': '%s' must be a '%s' instance.".formatted(instance, field,
					(relation != null) ? relation.target().name() : field.type()));
		}
	}

}
