package dev.orm.persist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.persist.Saver.Save;
import dev.orm.persist.WriteModel.Level;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.RowShape;
import org.jspecify.annotations.Nullable;

/**
 * Saves an instance of which the database computes some attributes: one UPDATE ...
 * RETURNING, after which the instance holds the results (Django 6.0's refreshing of
 * expressions). Thread-safe.
 */
final class ComputedSave {

	private final Columns columns;

	private final Attributes attributes;

	private final Writes writes;

	private final QueryCompiler compiler;

	ComputedSave(Workshop workshop) {
		this.columns = workshop.columns();
		this.attributes = workshop.attributes();
		this.writes = workshop.writes();
		this.compiler = workshop.compiler();
	}

	void save(Save save) {
		EntityModel model = save.model().model();
		Map<FieldModel, Node> expressions = expressions(model, save.options().expressions());
		if (!this.columns.isSet(save.instance(), model.key())) {
			throw new QueryValueException(
					"Cannot insert a %s with expressions for %s: they can only be used to update. hint: save it first"
						.formatted(model, Attributes.names(expressions.keySet())));
		}
		this.attributes.applyTimes(save.instance(), save.model(), false);
		if (save.model().isSpread()) {
			this.writes.together(save.options().database(), () -> updateLevels(save, expressions));
		}
		else {
			updateLevels(save, expressions);
		}
	}

	/**
	 * Each table is updated as its own model, so that expressions may name its fields.
	 */
	private void updateLevels(Save save, Map<FieldModel, Node> expressions) {
		for (Level level : save.model().levels()) {
			if (!update(save, level, expressions)) {
				throw new NotUpdatedException("%s with key %s was not updated: there is no such row%s".formatted(
						save.model().model(), save.instance().pk(),
						(save.model().version() != null) ? ", or its version moved on" : ""));
			}
		}
	}

	private boolean update(Save save, Level level, Map<FieldModel, Node> expressions) {
		List<Assignment<?>> assignments = new ArrayList<>();
		List<String> computed = new ArrayList<>();
		FieldModel version = save.versionOf(level);
		for (FieldModel field : level.others()) {
			Node expression = expressions.get(field);
			if (expression != null) {
				assignments.add(new Assignment<>(field.name(), expression));
				computed.add(field.name());
			}
			else if (save.written(level).contains(field)) {
				assignments.add(new Assignment<>(field.name(), literal(save, field, version)));
			}
		}
		if (assignments.isEmpty()) {
			return true;
		}
		boolean updated = run(save, this.compiler.update(row(save, level, version), assignments, computed));
		if (updated && version != null) {
			this.attributes.set(save.instance(), version,
					Attributes.nextVersion(version, this.columns.value(save.instance(), version)));
		}
		return updated;
	}

	private static Map<FieldModel, Node> expressions(EntityModel model, List<Assignment<?>> assignments) {
		Map<FieldModel, Node> expressions = new LinkedHashMap<>();
		for (Assignment<?> assignment : assignments) {
			FieldModel field = model.field(assignment.attribute())
				.filter((found) -> !found.primaryKey())
				.orElseThrow(() -> new QueryValueException("Cannot save '%s' of %s. Choices: %s"
					.formatted(assignment.attribute(), model, UpdateFields.choices(model))));
			expressions.put(field, assignment.value());
		}
		return expressions;
	}

	private QuerySpec row(Save save, Level level, @Nullable FieldModel version) {
		List<Node> conditions = new ArrayList<>();
		for (FieldModel field : level.key()) {
			conditions.add(equal(field, this.columns.value(save.instance(), field)));
		}
		if (version != null) {
			conditions.add(equal(version, this.columns.value(save.instance(), version)));
		}
		return QuerySpec.of(level.table()).then(new dev.orm.query.Operation.Filter(conditions, false));
	}

	private static Node equal(FieldModel field, @Nullable Object value) {
		return new Nodes.Lookup(field.attname(), new Nodes.Literal(value, field.type()));
	}

	private Node literal(Save save, FieldModel field, @Nullable FieldModel version) {
		Object value = this.columns.value(save.instance(), field);
		return new Nodes.Literal((field == version) ? Attributes.nextVersion(field, value) : value, field.type());
	}

	private boolean run(Save save, List<BoundQuery> updates) {
		boolean updated = false;
		for (BoundQuery update : updates) {
			updated |= (update.plan().shape() instanceof RowShape.Values values)
					? this.writes.query(update, Operation.UPDATE, save.options().database(), (rows) -> {
						boolean found = rows.next();
						if (found) {
							values.values()
								.forEach((value) -> this.attributes.set(save.instance(),
										save.model().model().field(value.name()).orElseThrow(),
										rows.get(value.column(), value.type())));
						}
						return found;
					}) : this.writes.update(update, Operation.UPDATE, save.options().database()) > 0;
		}
		return updated;
	}

}
