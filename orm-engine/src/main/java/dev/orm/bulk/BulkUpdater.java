package dev.orm.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.Readiness;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.meta.Suggestions;
import dev.orm.model.Model;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.save.UpdateFields;
import dev.orm.write.FoundRows;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Updates many instances by {@code UPDATE ... FROM unnest(...)}: one statement for each
 * table, whatever the number of rows. Instances for which the database computes something
 * take a statement each. Django's {@code bulk_update}. Thread-safe.
 */
public final class BulkUpdater {

	private final WriteModels models;

	private final InstanceValues values;

	private final AutomaticValues automatic;

	private final Readiness readiness;

	private final RowLookup rows;

	private final UpdateBatches batches;

	private final StatementSender sender;

	public BulkUpdater(WriteModels models, InstanceValues values, AutomaticValues automatic, Readiness readiness,
			RowLookup rows, UpdateBatches batches, StatementSender sender) {
		this.models = models;
		this.values = values;
		this.automatic = automatic;
		this.readiness = readiness;
		this.rows = rows;
		this.batches = batches;
		this.sender = sender;
	}

	public int update(QuerySpec query, List<? extends Model> rows, List<String> names, BulkUpdateOptions options) {
		WriteModel model = this.models.of(query.model().requireWritable());
		Set<FieldModel> fields = fields(model.model(), names);
		check(model, rows, fields, options.route());
		List<FieldModel> set = automatic(model, fields);
		if (model.tenant() != null) {
			this.automatic.tenants().refuseChange(model.tenant(), fields.contains(model.tenant()));
			rows.forEach((row) -> this.automatic.tenants().check(row, model));
		}
		if (set.isEmpty() && model.version() == null) {
			return this.sender.leaving(model, rows, () -> updateRows(query, model, rows, fields, names, options));
		}
		AutomaticValues.Moment moment = this.automatic.moment(false);
		return this.sender.filling(model, rows, List.of(), options.route(), () -> {
			if (!set.isEmpty()) {
				rows.forEach((row) -> this.automatic.apply(row, model, set, moment));
			}
			return updateRows(query, model, rows, fields, names, options);
		});
	}

	/** Add the columns the engine sets to those the caller names. */
	private static List<FieldModel> automatic(WriteModel model, Set<FieldModel> fields) {
		if (model.automatic().isEmpty()) {
			return List.of();
		}
		List<FieldModel> set = model.automatic()
			.stream()
			.filter((column) -> column.isSet(false) && column.always())
			.map(AutomaticColumn::field)
			.toList();
		fields.addAll(set);
		return set;
	}

	private int updateRows(QuerySpec query, WriteModel model, List<? extends Model> rows, Set<FieldModel> fields,
			List<String> names, BulkUpdateOptions options) {
		if (query.isWhole() || rows.isEmpty()) {
			return this.batches.write(model, rows, fields, names, options);
		}
		return this.sender.together(options.route(),
				() -> this.batches.write(model, found(query, model, rows, options), fields, names, options));
	}

	/** Return the instances that are among the rows of a restricted query. */
	private List<? extends Model> found(QuerySpec query, WriteModel model, List<? extends Model> rows,
			BulkUpdateOptions options) {
		List<FieldModel> key = model.root().key();
		List<@Nullable Object> keys = new ArrayList<>();
		rows.forEach((row) -> keys.add(this.values.key(row, key)));
		QuerySpec wanted = query.then(Restriction.Filter.keys(keys));
		Set<Object> found = new HashSet<>(
				this.rows.read(wanted, new FoundRows.Columns(model.model(), model.model().key()), options.route())
					.keys());
		return rows.stream().filter((row) -> found.contains(model.model().key(this.values.key(row, key)))).toList();
	}

	private static Set<FieldModel> fields(EntityModel model, List<String> names) {
		if (names.isEmpty()) {
			throw new QueryValueException("Field names must be given to bulkUpdate() of %s. Choices: %s"
				.formatted(model, UpdateFields.choices(model)), model.subject().by("fields"))
				.choosing(UpdateFields.choices(model));
		}
		Set<FieldModel> fields = new LinkedHashSet<>();
		for (String name : FirstField.columns(model, names)) {
			FieldModel field = model.field(name)
				.filter((found) -> !name.equals("pk") || found.name().equals(name))
				.orElseThrow(() -> unknown(model, name));
			if (isKey(field)) {
				throw new QueryValueException(
						"bulkUpdate() cannot be used with primary key fields such as %s. Choices: %s".formatted(field,
								UpdateFields.choices(model)),
						field.subject().by("fields"))
					.choosing(UpdateFields.choices(model));
			}
			fields.add(field.requireWritten());
		}
		return fields;
	}

	/** The table that holds an inherited field may know it as its key. */
	private static boolean isKey(FieldModel field) {
		boolean key = field.primaryKey();
		for (FieldModel part : field.owner().key()) {
			key |= part.name().equals(field.name());
		}
		return key;
	}

	private static RuntimeException unknown(EntityModel model, String name) {
		boolean compositeKey = name.equals("pk") && model.hasCompositeKey();
		if (compositeKey || model.relation(name).isPresent() || model.accessor(name).isPresent()) {
			return new QueryValueException(
					"bulkUpdate() can only be used with concrete fields, not with %s.%s. Choices: %s".formatted(model,
							name, UpdateFields.choices(model)),
					Subject.ofAttribute(model.name(), name).by("fields"))
				.choosing(UpdateFields.choices(model));
		}
		return Suggestions.noField(model, name, UpdateFields.choices(model));
	}

	private void check(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, Route route) {
		for (Model row : rows) {
			if (this.values.key(row, model.root().key()) == null) {
				throw new QueryValueException(
						"All bulkUpdate() instances must have a primary key set, but %s has none".formatted(row),
						model.model().subject())
					.of(row);
			}
		}
		Set<FieldModel> needed = new LinkedHashSet<>(fields);
		if (model.version() != null) {
			needed.add(model.version());
		}
		this.readiness.require(model, rows, new Readiness.Written(fields, needed, route, "bulkUpdate()"));
	}

}
