package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.function.WholeKeys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.InstanceKey;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.tree.Cases;
import dev.orm.tree.Literals;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * Plans an UPDATE of a query's rows, one statement for each table that has columns to
 * change.
 */
public final class UpdatePlanner {

	private final SelectQuery query;

	UpdatePlanner(SelectQuery query) {
		this.query = query;
	}

	/**
	 * An update and what it answers.
	 *
	 * @param statement the statement
	 * @param shape what the returned columns mean; null for none
	 */
	public record Planned(UpdateStatement statement, @Nullable RowShape shape) {

	}

	List<Planned> plan(List<Assignment<?>> assignments, List<String> returning) {
		Map<EntityModel, List<UpdateStatement.Assigned>> tables = new LinkedHashMap<>();
		for (Assignment<?> assignment : assignments) {
			FieldModel field = field(assignment.attribute()).requireWritten();
			Sql value = assigned(owner(field), field, assignment.value());
			tables.computeIfAbsent(field.owner().concrete(), (key) -> new ArrayList<>())
				.add(new UpdateStatement.Assigned(field.column(), value));
		}
		EntityModel own = this.query.model.concrete();
		boolean parents = tables.keySet().stream().anyMatch((table) -> table != own);
		KeyCondition keys = new KeyCondition(this.query);
		Sql where = parents ? keys.byKeys() : keys.condition();
		List<Planned> plans = new ArrayList<>();
		tables.forEach((table, assigned) -> {
			Sql rows = (table == own) ? where : parentCondition(table, where);
			Sql condition = (parents && rows != null) ? keys.ofTenant(table, rows) : rows;
			plans.add(plan(table, assigned, condition, returning));
		});
		return plans;
	}

	/**
	 * The query whose names an expression for a field may use: a parent's columns are
	 * updated by a statement of their own, which knows nothing else.
	 */
	private SelectQuery owner(FieldModel field) {
		EntityModel table = field.owner().concrete();
		if (table == this.query.model.concrete()) {
			return this.query;
		}
		SelectQuery parent = new QueryReplayer(this.query.context).replay(QuerySpec.every(table), null);
		parent.base();
		return parent;
	}

	private Planned plan(EntityModel table, List<UpdateStatement.Assigned> assigned, @Nullable Sql condition,
			List<String> returning) {
		String alias = this.query.base();
		List<Sql> columns = new ArrayList<>();
		List<RowShape.Value> values = new ArrayList<>();
		for (String attribute : returning) {
			FieldModel field = field(attribute);
			if (field.owner().concrete() == table) {
				columns.add(FieldColumns.of(alias, field));
				values.add(new RowShape.Value(attribute, columns.size(), field.type()));
			}
		}
		UpdateStatement statement = new UpdateStatement(table.table(), alias, assigned, null, condition, columns);
		return new Planned(statement, columns.isEmpty() ? null : new RowShape.Values(values));
	}

	/** The same keys, compared with the parent's column. */
	private @Nullable Sql parentCondition(EntityModel table, @Nullable Sql where) {
		if (where == null || Terms.isFalse(where)) {
			return where;
		}
		Sql key = FieldColumns.of(this.query.base(), table.pk());
		return where.withChildren(List.of(key, where.children().get(1)));
	}

	private FieldModel field(String attribute) {
		FieldModel field = this.query.model.field(attribute).orElse(null);
		if (field != null && (!attribute.equals("pk") || field.name().equals(attribute))) {
			return field;
		}
		RelationModel relation = this.query.model.relation(attribute).orElse(null);
		if (relation != null) {
			throw new FieldException(
					"Cannot update model field %s (only non-relations and foreign keys permitted).".formatted(relation),
					Subject.ofPath(this.query.model.name(), attribute));
		}
		if (attribute.contains("__")) {
			throw new FieldException("Cannot update '%s' of %s: only the model's own columns can be updated."
				.formatted(attribute, this.query.model.name()), Subject.ofPath(this.query.model.name(), attribute));
		}
		throw Suggestions.noField(this.query.model, attribute);
	}

	/** What a column is to hold: a value, or an expression over one table. */
	static Sql assigned(SelectQuery query, FieldModel field, Node node) {
		if (node instanceof Atom.Literal literal) {
			return bound(query, field, literal);
		}
		Sql value = new ExpressionResolver(query, ResolveMode.WITHOUT_JOINS).resolve(node);
		if (value.containsAggregate() || value.containsWindow()) {
			throw new FieldException("%s are not allowed in this query (%s=%s).".formatted(
					value.containsAggregate() ? "Aggregate functions" : "Window expressions", field.name(), node),
					field.subject());
		}
		WholeKeys.refuse(field.toString(), value);
		// a value wrapped in an expression is bound with the type of the column
		return (value instanceof Parameter) ? Literals.as(value, field.type()) : Cases.checkTypes(value);
	}

	private static Sql bound(SelectQuery query, FieldModel field, Atom.Literal literal) {
		Object value = literal.value();
		if (value == null) {
			return Literal.nothing(field.type());
		}
		if (value instanceof Model instance) {
			checkInstance(field, instance);
		}
		Conversion conversion = (value instanceof Model) ? new InstanceKey(target(field)) : Conversion.NONE;
		int ordinal = query.context.values().ordinal(literal);
		return Parameter.ofShape(ordinal, conversion, field.type(), false);
	}

	private static FieldModel target(FieldModel field) {
		RelationModel relation = field.relation();
		return (relation != null) ? relation.path().get(0).toField() : field;
	}

	private static void checkInstance(FieldModel field, Model instance) {
		RelationModel relation = field.relation();
		if (relation == null || !relation.target().concrete().javaType().isInstance(instance)) {
			throw new QueryValueException("Cannot assign '%s': '%s' must be a '%s' instance.".formatted(instance, field,
					(relation != null) ? relation.target().name() : field.type()), field.subject())
				.of(instance);
		}
	}

}
