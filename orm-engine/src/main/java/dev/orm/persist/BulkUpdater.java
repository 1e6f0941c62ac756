package dev.orm.persist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.WriteModel.Level;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.persist.Texts.WriteText;
import org.jspecify.annotations.Nullable;

/**
 * Updates many instances by {@code UPDATE ... FROM unnest(...)}: one statement for each
 * table, whatever the number of rows. Instances for which the database computes something
 * take a statement each. Django's {@code bulk_update}. Thread-safe.
 */
final class BulkUpdater {

	private static final int MOST_ROWS = 50_000;

	private final WriteModels models;

	private final InstanceValues values;

	private final Attributes attributes;

	private final Texts texts;

	private final Writes writes;

	private final Saver saver;

	private final QueryRows queryRows;

	private final DeferredFields deferred;

	private final KeyOrder order;

	BulkUpdater(Workshop workshop, Saver saver) {
		this.models = workshop.models();
		this.values = workshop.values();
		this.attributes = workshop.attributes();
		this.texts = workshop.texts();
		this.writes = workshop.writes();
		this.saver = saver;
		this.queryRows = new QueryRows(workshop);
		this.deferred = new DeferredFields(workshop.reader());
		this.order = new KeyOrder(workshop.values());
	}

	int update(QuerySpec query, List<? extends Model> rows, List<String> names, BulkUpdateOptions options) {
		WriteModel model = this.models.of(query.model());
		Set<FieldModel> fields = fields(model.model(), names);
		check(model, rows, fields);
		return this.writes.undoing(model, rows, options.database(),
				() -> update(query, model, rows, fields, names, options));
	}

	private int update(QuerySpec query, WriteModel model, List<? extends Model> rows, Set<FieldModel> fields,
			List<String> names, BulkUpdateOptions options) {
		if (query.isWhole() || rows.isEmpty()) {
			return update(model, rows, fields, names, options);
		}
		return this.writes.together(options.database(),
				() -> update(model, found(query, model, rows, options), fields, names, options));
	}

	/** Return the instances that are among the rows of a restricted query. */
	private List<? extends Model> found(QuerySpec query, WriteModel model, List<? extends Model> rows,
			BulkUpdateOptions options) {
		List<FieldModel> key = model.root().key();
		List<@Nullable Object> keys = new ArrayList<>();
		rows.forEach((row) -> keys.add(this.values.key(row, key)));
		QuerySpec wanted = query
			.then(new Restriction.Filter(List.of(new Predicate.Lookup("pk__in", Nodes.of(keys))), false));
		Set<Object> found = new HashSet<>(
				this.queryRows.read(wanted, new Rows.Columns(model.model(), model.model().key()), options.database())
					.keys());
		return rows.stream().filter((row) -> found.contains(this.values.key(row, key))).toList();
	}

	private int update(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, List<String> names,
			BulkUpdateOptions options) {
		List<IntSupplier> statements = new ArrayList<>();
		for (List<? extends Model> batch : batches(inOrder(model, rows), options)) {
			List<Model> plain = new ArrayList<>();
			for (Model row : this.order.sorted(distinct(model, batch), model.root().key())) {
				List<Assignment<?>> expressions = options.expressions().getOrDefault(row, List.of());
				if (expressions.isEmpty()) {
					plain.add(row);
				}
				else {
					statements.add(() -> compute(row, names, expressions, options.database()));
				}
			}
			if (!plain.isEmpty()) {
				statements.add(() -> update(model, plain, fields, options.database()));
			}
		}
		return run(statements, model.version() == null && !isSpread(model, fields), options.database());
	}

	/** Of several instances with one key the caller's batches say which one counts. */
	private List<? extends Model> inOrder(WriteModel model, List<? extends Model> rows) {
		return (distinct(model, rows).size() == rows.size()) ? this.order.sorted(rows, model.root().key()) : rows;
	}

	private static Set<FieldModel> fields(EntityModel model, List<String> names) {
		if (names.isEmpty()) {
			throw new QueryValueException("Field names must be given to bulkUpdate() of %s. Choices: %s"
				.formatted(model, UpdateFields.choices(model)));
		}
		Set<FieldModel> fields = new LinkedHashSet<>();
		for (String name : names) {
			FieldModel field = model.field(name)
				.filter((found) -> !name.equals("pk") || found.name().equals(name))
				.orElseThrow(() -> unknown(model, name));
			if (field.primaryKey() || field.owner().key().stream().anyMatch((key) -> key.name().equals(field.name()))) {
				throw new QueryValueException(
						"bulkUpdate() cannot be used with primary key fields such as %s. Choices: %s".formatted(field,
								UpdateFields.choices(model)));
			}
			fields.add(field);
		}
		return fields;
	}

	private static RuntimeException unknown(EntityModel model, String name) {
		boolean compositeKey = name.equals("pk") && model.hasCompositeKey();
		if (compositeKey || model.relation(name).isPresent() || model.accessor(name).isPresent()) {
			return new QueryValueException(
					"bulkUpdate() can only be used with concrete fields, not with %s.%s. Choices: %s".formatted(model,
							name, UpdateFields.choices(model)));
		}
		return new FieldDoesNotExistException(
				"%s has no field named '%s'. Choices: %s".formatted(model, name, UpdateFields.choices(model)));
	}

	private void check(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields) {
		List<FieldModel> relations = model.relations().stream().filter(fields::contains).toList();
		FieldModel version = model.version();
		Set<FieldModel> needed = new LinkedHashSet<>(fields);
		if (version != null) {
			needed.add(version);
		}
		for (Model row : rows) {
			if (this.values.key(row, model.root().key()) == null) {
				throw new QueryValueException(
						"All bulkUpdate() instances must have a primary key set, but %s has none".formatted(row));
			}
			this.values.requireSavedTargets(row, relations, "bulkUpdate()");
			this.deferred.fetch(row, () -> needed);
		}
	}

	/** Return the first instance of each key; in another batch it counts again. */
	private List<Model> distinct(WriteModel model, List<? extends Model> rows) {
		Set<Object> keys = new HashSet<>(2 * rows.size());
		List<Model> distinct = new ArrayList<>(rows.size());
		for (Model row : rows) {
			if (keys.add(Objects.requireNonNull(this.values.key(row, model.root().key())))) {
				distinct.add(row);
			}
		}
		return distinct;
	}

	private static List<List<? extends Model>> batches(List<? extends Model> rows, BulkUpdateOptions options) {
		int size = (options.batchSize() > 0) ? Math.min(options.batchSize(), MOST_ROWS) : MOST_ROWS;
		List<List<? extends Model>> batches = new ArrayList<>();
		for (int i = 0; i < rows.size(); i += size) {
			batches.add(rows.subList(i, Math.min(i + size, rows.size())));
		}
		return batches;
	}

	private static boolean isSpread(WriteModel model, Set<FieldModel> fields) {
		return model.levels().stream().filter((level) -> isWritten(model, level, fields)).count() > 1;
	}

	/** A change of any table counts the version up, in whichever it is. */
	private static boolean isWritten(WriteModel model, Level level, Set<FieldModel> fields) {
		return model.versionOf(level) != null || level.others().stream().anyMatch(fields::contains);
	}

	/**
	 * Run the statements.
	 * @param statements the statements
	 * @param alone whether one of them may run without a transaction; one that finds
	 * versions have moved on may not, since the other rows of it have changed by then
	 * @param database the alias
	 * @return how many rows matched
	 */
	private int run(List<IntSupplier> statements, boolean alone, String database) {
		if (statements.size() == 1 && alone) {
			return statements.get(0).getAsInt();
		}
		return statements.isEmpty() ? 0
				: this.writes.together(database, () -> statements.stream().mapToInt(IntSupplier::getAsInt).sum());
	}

	private int compute(Model row, List<String> names, List<Assignment<?>> expressions, String database) {
		WriteModel model = this.models.of(row);
		SaveOptions options = SaveOptions.on(database).updateFields(names).computing(expressions);
		try {
			// a save of several tables that fails condemns the block around it
			return model.isSpread() ? this.writes.apart(database, () -> saved(row, options)) : saved(row, options);
		}
		catch (NotUpdatedException ex) {
			if (model.version() != null) {
				throw ex;
			}
			// a row that is not there stays so
			return 0;
		}
	}

	private int saved(Model row, SaveOptions options) {
		this.saver.save(row, options);
		return 1;
	}

	private int update(WriteModel model, List<Model> rows, Set<FieldModel> fields, String database) {
		int updated = 0;
		for (Level level : model.levels()) {
			if (isWritten(model, level, fields)) {
				List<FieldModel> written = level.others().stream().filter(fields::contains).toList();
				updated = update(new Batch(level, rows, written, model.versionOf(level)), database);
			}
		}
		return updated;
	}

	private int update(Batch batch, String database) {
		List<FieldModel> sent = batch.sent();
		ColumnArrays arrays = new ColumnArrays(sent);
		WriteText text = this.texts.of(List.of("bulk update", batch.level(), sent), () -> text(batch, arrays));
		List<@Nullable Object[]> values = new ArrayList<>(sent.size());
		sent.forEach((field) -> values.add(this.values.column(batch.rows(), field)));
		int updated = this.writes.update(text, arrays.bind(values), database);
		FieldModel version = batch.version();
		if (version != null) {
			if (updated < batch.rows().size()) {
				throw new NotUpdatedException("%d of %d instances of %s were changed or deleted since they were loaded"
					.formatted(batch.rows().size() - updated, batch.rows().size(), version.model()));
			}
			batch.rows()
				.forEach((row) -> this.attributes.set(row, version,
						Attributes.nextVersion(version, this.values.value(row, version))));
		}
		return updated;
	}

	private static WriteText text(Batch batch, ColumnArrays arrays) {
		List<FieldModel> sent = batch.sent();
		List<String> set = new ArrayList<>();
		List<String> conditions = new ArrayList<>();
		for (int i = 0; i < sent.size(); i++) {
			String column = Texts.quote(sent.get(i).column());
			if (sent.get(i) == batch.version()) {
				set.add(column + " = COALESCE(t." + column + " + 1, 0)");
			}
			else if (batch.written().contains(sent.get(i))) {
				set.add(column + " = " + arrays.column(i));
			}
			if (!batch.written().contains(sent.get(i))) {
				conditions.add("t." + column + ((sent.get(i) == batch.version()) ? " IS NOT DISTINCT FROM " : " = ")
						+ arrays.column(i));
			}
		}
		return new WriteText(
				"UPDATE " + Texts.quote(batch.level().table().table()) + " AS t SET " + String.join(", ", set)
						+ " FROM " + arrays.unnestInOrder() + " WHERE " + String.join(" AND ", conditions),
				arrays.types(), Operation.UPDATE, batch.level().table().table());
	}

	/**
	 * The rows of one statement.
	 *
	 * @param level the table
	 * @param rows the instances
	 * @param written the fields that get values
	 * @param version the field of optimistic locking, or null
	 */
	private record Batch(Level level, List<Model> rows, List<FieldModel> written, @Nullable FieldModel version) {

		Batch {
			FieldModel lock = version;
			written = written.stream().filter((field) -> field != lock).toList();
		}

		List<FieldModel> sent() {
			List<FieldModel> sent = new ArrayList<>(this.level.key());
			if (this.version != null) {
				sent.add(this.version);
			}
			sent.addAll(this.written);
			return sent;
		}

	}

}
