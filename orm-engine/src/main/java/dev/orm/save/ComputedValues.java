package dev.orm.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.resolve.InsertPlanner;
import dev.orm.resolve.RowShape;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.write.Conflicts;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Writes instances of which the database computes some attributes: by one UPDATE or
 * INSERT ... RETURNING, after which the instances hold the results (Django 6.0's
 * refreshing of expressions). Thread-safe.
 */
public final class ComputedValues {

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final StatementSender sender;

	private final QueryCompiler compiler;

	public ComputedValues(InstanceValues values, InstanceSetter setter, StatementSender sender,
			QueryCompiler compiler) {
		this.values = values;
		this.setter = setter;
		this.sender = sender;
		this.compiler = compiler;
	}

	/**
	 * Update the row an instance has in one table. The table is updated as its own model,
	 * so that expressions may name its fields.
	 */
	public boolean update(Save save, OwnTable own, List<FieldModel> written) {
		List<Assignment<?>> assignments = new ArrayList<>();
		List<String> computed = new ArrayList<>();
		FieldModel version = save.model().versionOf(own);
		for (FieldModel field : written) {
			Node expression = save.expressions().get(field);
			if (expression != null) {
				computed.add(field.name());
			}
			assignments.add(new Assignment<>(field.name(),
					(expression != null) ? expression : updated(save.instance(), field, version)));
		}
		own.computed().forEach((field) -> computed.add(field.name()));
		boolean updated = run(save, this.compiler.update(row(save, own, version), assignments, computed));
		if (updated && version != null) {
			save.counted(AutomaticValues.nextVersion(version, this.values.value(save.instance(), version)));
		}
		return updated;
	}

	private QuerySpec row(Save save, OwnTable own, @Nullable FieldModel version) {
		List<Node> conditions = new ArrayList<>();
		for (FieldModel field : own.key()) {
			conditions.add(new Predicate.Lookup(field.attname(), literal(save.instance(), field)));
		}
		if (version != null) {
			conditions.add(new Predicate.Lookup(version.attname(), literal(save.instance(), version)));
		}
		return QuerySpec.every(own.table()).then(new Restriction.Filter(conditions, false));
	}

	private Node updated(Model instance, FieldModel field, @Nullable FieldModel version) {
		Object value = this.values.value(instance, field);
		return new Atom.Literal((field == version) ? AutomaticValues.nextVersion(field, value) : value, field.type());
	}

	private Node literal(Model instance, FieldModel field) {
		return new Atom.Literal(this.values.value(instance, field), field.type());
	}

	private boolean run(Save save, List<BoundQuery> updates) {
		boolean updated = false;
		for (BoundQuery update : updates) {
			updated |= (update.plan().shape() instanceof RowShape.Values values)
					? this.sender.query(update, Operation.UPDATE, save.options().route(), (rows) -> {
						boolean found = rows.next();
						if (found) {
							read(save.instance(), save.model(), values, rows);
						}
						return found;
					}) : this.sender.update(update, Operation.UPDATE, save.options().route()) > 0;
		}
		return updated;
	}

	private void read(Model instance, WriteModel model, RowShape.Values values, RowReader row) {
		values.values()
			.forEach((value) -> this.setter.set(instance, model.model().field(value.name()).orElseThrow(),
					row.get(value.column(), value.type())));
	}

	/**
	 * Insert rows into one table by one statement.
	 * @param batch the rows
	 * @param own the table
	 * @param identity the key the database makes; null if all have keys
	 * @param conflicts what happens to rows that violate a constraint
	 * @param route where
	 */
	public void insert(NewRows batch, OwnTable own, @Nullable FieldModel identity, Conflicts conflicts, Route route) {
		List<FieldModel> fields = own.sent(identity, batch.leftOut());
		List<List<Assignment<?>>> rows = new ArrayList<>();
		batch.rows().forEach((row) -> rows.add(assignments(row, fields, batch.computed(row))));
		List<String> returning = conflicts.ignored() ? List.of()
				: batch.returning(own, fields, identity, conflicts.counted());
		BoundQuery insert = this.compiler.insert(own.table(),
				new InsertPlanner.Rows(rows, conflicts.clause(), returning));
		if (returning.isEmpty()) {
			int stored = this.sender.update(insert, Operation.INSERT, route);
			StatementSender.requireAll(own.table(), conflicts.ignored() ? stored : batch.rows().size(), stored);
			return;
		}
		RowShape.Values shape = (RowShape.Values) Objects.requireNonNull(insert.plan().shape());
		this.sender.query(insert, Operation.INSERT, route, (found) -> answered(batch, shape, found));
	}

	private int answered(NewRows batch, RowShape.Values shape, RowReader found) {
		int count = 0;
		while (found.next()) {
			read(batch.rows().get(count++), batch.model(), shape, found);
		}
		StatementSender.requireAll(batch.model().model().concrete(), batch.rows().size(), count);
		return count;
	}

	private List<Assignment<?>> assignments(Model row, List<FieldModel> fields, Map<FieldModel, Node> expressions) {
		List<Assignment<?>> assignments = new ArrayList<>();
		for (FieldModel field : fields) {
			Node expression = expressions.get(field);
			assignments.add(new Assignment<>(field.name(), (expression != null) ? expression : literal(row, field)));
		}
		return assignments;
	}

}
