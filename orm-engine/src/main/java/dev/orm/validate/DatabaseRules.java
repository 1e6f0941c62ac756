package dev.orm.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.compile.ValueSlot;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import dev.orm.validate.rule.DatabaseRule;
import dev.orm.validate.rule.ModelRules;
import dev.orm.validate.rule.UniqueRule;
import dev.orm.validate.rule.ValidationStatement;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database about instances, by one statement for any number of them; none if no
 * rule has anything to ask. Thread-safe.
 */
final class DatabaseRules {

	private final ModelRegistry models;

	private final QueryCompiler compiler;

	private final StatementRunner runner;

	private final WrittenValues written;

	private final Map<EntityModel, List<DatabaseRule>> rules = new ConcurrentHashMap<>();

	DatabaseRules(ModelRegistry models, QueryCompiler compiler, StatementRunner runner, WrittenValues written) {
		this.models = models;
		this.compiler = compiler;
		this.runner = runner;
		this.written = written;
	}

	void check(EntityModel model, List<? extends Model> instances, List<CollectedErrors> errors, ValidationOptions how,
			Route route) {
		List<DatabaseRule> all = this.rules.computeIfAbsent(model,
				(missing) -> ModelRules.of(missing, this.models.models()));
		List<Integer> places = IntStream.range(0, all.size())
			.filter((place) -> isAsked(all.get(place), how))
			.boxed()
			.toList();
		List<DatabaseRule> asked = places.stream().map(all::get).toList();
		AskedRows rows = new AskedRows(model, asked, instances.size());
		for (int row = 0; row < instances.size(); row++) {
			rows.add(row, new GivenValues(instances.get(row), this.written, errors.get(row)));
		}
		if (rows.hasQuestions()) {
			CompiledQuery plan = this.compiler.selection(List.of("validate", model, places), model.table(),
					(context) -> new ValidationStatement(model, asked, rows.fields()).select(context));
			ask(plan, model, asked, rows, errors, route);
		}
	}

	/** Whose a row is is known, whatever else is looked at. */
	private static boolean isAsked(DatabaseRule rule, ValidationOptions how) {
		return (how.uniques() || !(rule instanceof UniqueRule))
				&& rule.fields().stream().allMatch((field) -> field.is(Flag.TENANT) || how.looksAt(field.name()));
	}

	private void ask(CompiledQuery plan, EntityModel model, List<DatabaseRule> asked, AskedRows asking,
			List<CollectedErrors> errors, Route route) {
		this.runner.query(new StatementCall(route, plan.sql(), plan.types(), bind(plan, asking.values()),
				Operation.SELECT, plan.table()), (rows) -> {
					while (rows.next()) {
						int row = rows.getInt(1);
						for (int i = 0; i < asked.size(); i++) {
							if (asking.asks(row, i) && !rows.getBoolean(i + 2)) {
								asked.get(i).reject(model, errors.get(row));
							}
						}
					}
					return true;
				});
	}

	/** The arrays, and the constants of declared expressions. */
	private static List<@Nullable Object> bind(CompiledQuery plan, List<@Nullable Object> values) {
		List<@Nullable Object> bound = new ArrayList<>(plan.slots().size());
		for (ValueSlot slot : plan.slots()) {
			bound.add((slot.ordinal() >= 0) ? values.get(slot.ordinal()) : slot.value(values));
		}
		return bound;
	}

}
