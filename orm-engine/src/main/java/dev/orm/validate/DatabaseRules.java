package dev.orm.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database about instances, by one statement for any number of them; none if no
 * rule has anything to ask. Thread-safe.
 */
final class DatabaseRules {

	private final QueryCompiler compiler;

	private final StatementRunner runner;

	private final Reader reader;

	private final Map<EntityModel, List<DatabaseRule>> rules = new ConcurrentHashMap<>();

	DatabaseRules(QueryCompiler compiler, StatementRunner runner, Reader reader) {
		this.compiler = compiler;
		this.runner = runner;
		this.reader = reader;
	}

	void check(EntityModel model, List<? extends Model> instances, List<CollectedErrors> errors, ValidationOptions how,
			Route route) {
		List<DatabaseRule> asked = this.rules.computeIfAbsent(model, DatabaseRule::of)
			.stream()
			.filter((rule) -> rule.fields().stream().allMatch((field) -> how.looksAt(field.name())))
			.toList();
		List<@Nullable Object[]> columns = columns(model, asked, instances, errors);
		List<DatabaseRule> open = open(asked, columns, model.key().size());
		if (!open.isEmpty()) {
			ask(model, asked, columns, errors, route);
		}
	}

	/** A rule all of whose rows lack a value has nothing to ask. */
	private static List<DatabaseRule> open(List<DatabaseRule> asked, List<@Nullable Object[]> columns, int keys) {
		List<DatabaseRule> open = new ArrayList<>();
		int first = 1 + keys;
		for (DatabaseRule rule : asked) {
			List<@Nullable Object[]> values = columns.subList(first, first + rule.fields().size());
			first += rule.fields().size();
			for (int row = 0; row < values.get(0).length; row++) {
				int at = row;
				if (values.stream().allMatch((column) -> column[at] != null)) {
					open.add(rule);
					break;
				}
			}
		}
		return open;
	}

	private void ask(EntityModel model, List<DatabaseRule> asked, List<@Nullable Object[]> columns,
			List<CollectedErrors> errors, Route route) {
		CompiledQuery plan = this.compiler.selection(List.of("validate", model, asked), model.table(),
				() -> new ValidationStatement(model, asked).select());
		List<Object> values = new ArrayList<>();
		columns.forEach((column) -> values.add(Arrays.asList(column)));
		this.runner.query(new StatementCall(route, plan.sql(), plan.types(), values, Operation.SELECT, plan.table()),
				(rows) -> {
					while (rows.next()) {
						CollectedErrors found = errors.get(rows.getInt(1));
						for (int i = 0; i < asked.size(); i++) {
							if (!rows.getBoolean(i + 2)) {
								reject(asked.get(i), model, found);
							}
						}
					}
					return true;
				});
	}

	/**
	 * The numbers of the rows, their own keys, and for each rule the values it is about.
	 */
	private List<@Nullable Object[]> columns(EntityModel model, List<DatabaseRule> asked,
			List<? extends Model> instances, List<CollectedErrors> errors) {
		int size = instances.size();
		List<@Nullable Object[]> columns = new ArrayList<>();
		columns.add(new Object[size]);
		model.key().forEach((field) -> columns.add(new Object[size]));
		asked.forEach((rule) -> rule.fields().forEach((field) -> columns.add(new Object[size])));
		for (int row = 0; row < size; row++) {
			List<@Nullable Object> values = values(model, asked, instances.get(row), errors.get(row), row);
			for (int i = 0; i < values.size(); i++) {
				columns.get(i)[row] = values.get(i);
			}
		}
		return columns;
	}

	private List<@Nullable Object> values(EntityModel model, List<DatabaseRule> asked, Model instance,
			CollectedErrors errors, int row) {
		boolean stored = instance.isSaved();
		List<@Nullable Object> values = new ArrayList<>();
		values.add(row);
		model.key().forEach((field) -> values.add(stored ? this.reader.value(instance, field) : null));
		for (DatabaseRule rule : asked) {
			boolean skipped = (stored && rule.kind() == DatabaseRule.Kind.NEW_KEY)
					|| rule.fields().stream().anyMatch((field) -> isUnknown(instance, field, errors));
			rule.fields().forEach((field) -> values.add(skipped ? null : this.reader.value(instance, field)));
		}
		return values;
	}

	/** What is wrong already, or not loaded, is left out. */
	private static boolean isUnknown(Model instance, FieldModel field, CollectedErrors errors) {
		return errors.isRejected(field.name()) || instance.deferredFields().contains(field.name());
	}

	private static void reject(DatabaseRule rule, EntityModel model, CollectedErrors errors) {
		if (rule.kind() == DatabaseRule.Kind.TARGET) {
			UniqueRefusal.rejectTarget(rule.fields().get(0), errors);
		}
		else {
			UniqueRefusal.reject(model, rule.fields(), rule.message(), errors);
		}
	}

}
