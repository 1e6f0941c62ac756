package dev.orm.load;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.Hooks;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.row.RowReader;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of the rows of a statement written by hand: columns are matched by
 * name, fields without a column are deferred, columns without a field become annotations.
 * Django's {@code RawModelIterable}.
 */
final class RawReader {

	private final EntityModel model;

	private final EntityBinding<Model> binding;

	private final ResultContext context;

	private final Hooks hooks;

	private final Map<FieldModel, Integer> columns = new LinkedHashMap<>();

	private final Map<String, Integer> annotations = new LinkedHashMap<>();

	private final BitSet missing = new BitSet();

	RawReader(EntityModel model, Supplier<ResultContext> contexts) {
		this.model = model;
		this.binding = model.binding();
		this.context = contexts.get();
		this.hooks = Hooks.of(this.binding);
	}

	List<Model> readAll(RowReader rows, Map<String, String> translations) {
		match(rows.names(), translations);
		List<Model> instances = new ArrayList<>();
		while (rows.next()) {
			instances.add(read(rows));
		}
		return instances;
	}

	private void match(List<String> names, Map<String, String> translations) {
		for (int i = 0; i < names.size(); i++) {
			String name = translations.getOrDefault(names.get(i), names.get(i));
			FieldModel field = field(name);
			if (field != null) {
				// of several columns of one name, as of joined tables, the first counts
				this.columns.putIfAbsent(field, i + 1);
			}
			else {
				this.annotations.put(name, i + 1);
			}
		}
		for (FieldModel field : this.model.fields()) {
			if (!this.columns.containsKey(field)) {
				defer(field, names);
			}
		}
	}

	private @Nullable FieldModel field(String name) {
		return this.model.fields()
			.stream()
			.filter((field) -> field.column().equals(name) || field.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	private void defer(FieldModel field, List<String> names) {
		if (field.primaryKey()) {
			throw new FieldDoesNotExistException("Raw query must include the primary key %s of %s. Its columns: %s"
				.formatted(field.column(), this.model.name(), String.join(", ", names)), field.subject());
		}
		EntityReader.checkDeferrable(this.binding, field);
		this.missing.set(field.index());
	}

	private Model read(RowReader row) {
		Model instance = this.missing.isEmpty() ? this.binding.newInstance() : this.binding.newDeferred();
		this.columns.forEach((field, column) -> this.model.reader().read(instance, row, field, column));
		if (!this.missing.isEmpty()) {
			InstanceState.of(instance).deferred().or(this.missing);
		}
		this.context.attachPeer(instance);
		this.annotations.forEach((name,
				column) -> InstanceState.of(instance).annotations().put(name, row.get(column, ValueTypes.UNKNOWN)));
		this.hooks.afterLoad(instance);
		return instance;
	}

}
