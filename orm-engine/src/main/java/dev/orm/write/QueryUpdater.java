package dev.orm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Operator;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.GenericFields;
import dev.orm.instance.RecordFields;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Updates the rows of a query. Fields of several tables take a statement each; the rows
 * are found before the first, since it may change what the query asks for. Django's
 * {@code update}. Thread-safe.
 */
public final class QueryUpdater {

	private final WriteModels models;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final RowLookup rows;

	private final AutomaticValues automatic;

	public QueryUpdater(WriteModels models, QueryCompiler compiler, StatementSender sender, RowLookup rows,
			AutomaticValues automatic) {
		this.automatic = automatic;
		this.models = models;
		this.compiler = compiler;
		this.sender = sender;
		this.rows = rows;
	}

	/** Set one column of the rows of its table that a filter names. */
	public long set(FieldModel field, @Nullable Object value, RowFilter filter, Route route) {
		return update(filter.of(field.owner()), List.of(new Assignment<>(field.name(), Nodes.of(value))), route);
	}

	public long update(QuerySpec query, List<Assignment<?>> given, Route route) {
		query.model().requireWritable();
		List<Assignment<?>> assignments = RecordFields.spread(query.model(),
				GenericFields.spread(query.model(), given));
		if (assignments.isEmpty()) {
			return 0;
		}
		List<Assignment<?>> all = counted(query.model(), automatic(query.model(), assignments));
		List<BoundQuery> updates = this.compiler.update(query, all, List.of());
		if (updates.size() == 1) {
			return this.sender.update(updates.get(0), Operation.UPDATE, route);
		}
		return this.sender.together(route, () -> updateKnownRows(query, all, route));
	}

	/** Add what every write sets, unless the caller sets it. */
	private List<Assignment<?>> automatic(EntityModel model, List<Assignment<?>> assignments) {
		FieldModel tenant = this.models.of(model).tenant();
		if (tenant != null) {
			this.automatic.tenants()
				.refuseChange(tenant, assignments.stream().anyMatch((given) -> names(tenant, given)));
			assignments.forEach((given) -> requireOwn(tenant, given));
		}
		Map<FieldModel, @Nullable Object> values = this.automatic.updates(this.models.of(model));
		if (values.isEmpty()) {
			return assignments;
		}
		List<Assignment<?>> all = new ArrayList<>(assignments);
		values.forEach((field, value) -> {
			if (assignments.stream().noneMatch((given) -> names(field, given))) {
				all.add(new Assignment<>(field.name(), Nodes.of(value)));
			}
		});
		return all;
	}

	private void requireOwn(FieldModel tenant, Assignment<?> given) {
		if (given.value() instanceof Atom.Literal literal && literal.value() instanceof Model target) {
			this.automatic.tenants().checkAssigned(tenant, given.attribute(), target);
		}
	}

	private static boolean names(FieldModel field, Assignment<?> given) {
		return given.attribute().equals(field.name()) || given.attribute().equals(field.attname());
	}

	/**
	 * Count the version up, unless the caller sets it: instances loaded before are stale.
	 */
	private List<Assignment<?>> counted(EntityModel model, List<Assignment<?>> assignments) {
		FieldModel version = this.models.of(model).version();
		if (version == null || assignments.stream().anyMatch((given) -> version.name().equals(given.attribute()))) {
			return assignments;
		}
		List<Assignment<?>> all = new ArrayList<>(assignments);
		all.add(new Assignment<>(version.name(), next(version)));
		return all;
	}

	/** NULL comes before 0. */
	private static Node next(FieldModel version) {
		Node counted = new Computation.Arithmetic(Operator.ADD, new Atom.Field(version.name()),
				new Atom.Literal(1, null), version.type());
		return new Computation.Function("Coalesce", List.of(counted, new Atom.Literal(0, version.type())), Map.of(),
				version.type());
	}

	private long updateKnownRows(QuerySpec query, List<Assignment<?>> assignments, Route route) {
		EntityModel model = query.model();
		// by key, so that two such updates meet the rows in one order
		QuerySpec ordered = query.then(new Arrangement.OrderBy(List.of(Clause.Ordering.named("pk"))));
		FoundRows found = this.rows.read(ordered, new FoundRows.Columns(model, model.key()), route);
		if (found.isEmpty()) {
			return 0;
		}
		QuerySpec known = annotations(query).then(Restriction.Filter.keys(found.storedKeys()));
		for (BoundQuery update : this.compiler.update(known, assignments, List.of())) {
			this.sender.update(update, Operation.UPDATE, route);
		}
		return found.keys().size();
	}

	/** All rows of the model, with the expressions the assignments may name. */
	private static QuerySpec annotations(QuerySpec query) {
		QuerySpec all = query.everyRow();
		for (Selection.Annotate expression : query.annotations()) {
			all = all.then(expression);
		}
		return all;
	}

}
