package dev.orm.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.load.DeferredFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.SaveOptions;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.save.Saver;
import dev.orm.save.UpdateFields;
import dev.orm.sql.Sql;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.write.ColumnArrays;
import dev.orm.write.FoundRows;
import dev.orm.write.InstanceStatements;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Updates many instances by {@code UPDATE ... FROM unnest(...)}: one statement for each
 * table, whatever the number of rows. Instances for which the database computes something
 * take a statement each. Django's {@code bulk_update}. Thread-safe.
 */
public final class BulkUpdater {

	private static final int MOST_ROWS = 50_000;

	private final WriteModels models;

	private final InstanceValues values;

	private final SavedState state;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final AutomaticValues automatic;

	private final Saver saver;

	private final RowLookup rows;

	private final DeferredFields deferred;

	private final KeyOrder order;

	public BulkUpdater(WriteModels models, InstanceValues values, SavedState state, QueryCompiler compiler,
			StatementSender sender, AutomaticValues automatic, Saver saver, RowLookup rows, DeferredFields deferred,
			KeyOrder order) {
		this.models = models;
		this.values = values;
		this.state = state;
		this.compiler = compiler;
		this.sender = sender;
		this.automatic = automatic;
		this.saver = saver;
		this.rows = rows;
		this.deferred = deferred;
		this.order = order;
	}

	public int update(QuerySpec query, List<? extends Model> rows, List<String> names, BulkUpdateOptions options) {
		WriteModel model = this.models.of(query.model().requireWritable());
		Set<FieldModel> fields = fields(model.model(), names);
		check(model, rows, fields, options.database());
		List<FieldModel> set = automatic(model, fields);
		AutomaticValues.Moment moment = this.automatic.moment(false);
		rows.forEach((row) -> this.automatic.apply(row, model, set, moment));
		return this.sender.undoing(model, rows, options.database(),
				() -> updateRows(query, model, rows, fields, names, options));
	}

	/** Add the columns the engine sets to those the caller names. */
	private static List<FieldModel> automatic(WriteModel model, Set<FieldModel> fields) {
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
			return updateBatches(model, rows, fields, names, options);
		}
		return this.sender.together(options.database(),
				() -> updateBatches(model, found(query, model, rows, options), fields, names, options));
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
				this.rows.read(wanted, new FoundRows.Columns(model.model(), model.model().key()), options.database())
					.keys());
		return rows.stream().filter((row) -> found.contains(model.model().key(this.values.key(row, key)))).toList();
	}

	private int updateBatches(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, List<String> names,
			BulkUpdateOptions options) {
		List<? extends Model> ordered = this.order.distinct(rows, model.root().key());
		List<IntSupplier> statements = new ArrayList<>();
		for (List<? extends Model> batch : batches((ordered != null) ? ordered : rows, options)) {
			List<Model> plain = new ArrayList<>();
			for (Model row : (ordered != null) ? batch : firstOfEachKey(model, batch)) {
				List<Assignment<?>> expressions = options.expressions().getOrDefault(row, List.of());
				if (expressions.isEmpty()) {
					plain.add(row);
				}
				else {
					statements.add(() -> compute(row, names, expressions, options.database()));
				}
			}
			if (!plain.isEmpty()) {
				statements.add(() -> updateTables(model, plain, fields, options.database()));
			}
		}
		return run(statements, model.version() == null && !isSpread(model, fields), options.database());
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
			fields.add(field.requireWritten());
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
		return Suggestions.noField(model, name, UpdateFields.choices(model));
	}

	private void check(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, String database) {
		List<FieldModel> relations = model.relations().stream().filter(fields::contains).toList();
		FieldModel version = model.version();
		Set<FieldModel> needed = new LinkedHashSet<>(fields);
		if (version != null) {
			needed.add(version);
		}
		Supplier<Collection<FieldModel>> loaded = () -> needed;
		for (Model row : rows) {
			if (this.values.key(row, model.root().key()) == null) {
				throw new QueryValueException(
						"All bulkUpdate() instances must have a primary key set, but %s has none".formatted(row));
			}
			this.values.requireTargets(row, relations, database, "bulkUpdate()");
			this.deferred.fetch(row, loaded);
			for (OwnTable own : model.tables()) {
				this.values.requireKnown(row, own, fields, "bulkUpdate()");
			}
		}
	}

	/** Of several instances with one key the caller's batches say which one counts. */
	private List<Model> firstOfEachKey(WriteModel model, List<? extends Model> batch) {
		List<FieldModel> key = model.root().key();
		Set<Object> keys = new HashSet<>(2 * batch.size());
		List<Model> first = new ArrayList<>(batch.size());
		for (Model row : batch) {
			if (keys.add(Objects.requireNonNull(model.model().key(this.values.key(row, key))))) {
				first.add(row);
			}
		}
		return this.order.sorted(first, key);
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
		return model.tables().stream().filter((own) -> isWritten(model, own, fields)).count() > 1;
	}

	/** A change of any table counts the version up, in whichever it is. */
	private static boolean isWritten(WriteModel model, OwnTable own, Set<FieldModel> fields) {
		return model.versionOf(own) != null || own.others().stream().anyMatch(fields::contains);
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
				: this.sender.together(database, () -> statements.stream().mapToInt(IntSupplier::getAsInt).sum());
	}

	private int compute(Model row, List<String> names, List<Assignment<?>> expressions, String database) {
		WriteModel model = this.models.of(row);
		SaveOptions options = SaveOptions.on(database).updateFields(names).computing(expressions);
		try {
			// a save of several tables that fails condemns the block around it
			return model.isSpread() ? this.sender.apart(database, () -> saved(row, options)) : saved(row, options);
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

	/** A row counts where all its tables were changed: a trigger may drop some. */
	private int updateTables(WriteModel model, List<Model> rows, Set<FieldModel> fields, String database) {
		int updated = rows.size();
		for (OwnTable own : model.tables()) {
			if (isWritten(model, own, fields)) {
				List<FieldModel> written = own.others().stream().filter(fields::contains).toList();
				updated = Math.min(updated, updateTable(new Batch(own, rows, written, model.versionOf(own)), database));
			}
		}
		return updated;
	}

	private int updateTable(Batch batch, String database) {
		List<FieldModel> sent = batch.sent();
		List<@Nullable Object[]> values = new ArrayList<>(sent.size());
		sent.forEach((field) -> values.add(this.values.column(batch.rows(), field)));
		CompiledQuery plan = this.compiler.statement(new Key(batch.own(), sent), batch.own().name(),
				() -> statement(batch, sent));
		int updated = this.sender.update(plan, Operation.UPDATE, ColumnArrays.bind(sent, values), database);
		FieldModel version = batch.version();
		if (version != null) {
			if (updated < batch.rows().size()) {
				throw new NotUpdatedException(
						"%d of %d instances of %s were changed or deleted since they were loaded"
							.formatted(batch.rows().size() - updated, batch.rows().size(), version.model()),
						version.model().name());
			}
			batch.rows().forEach((row) -> this.state.countUp(row, version));
		}
		return updated;
	}

	/** The rows are looked up one by one, in the order of their keys. */
	private static UpdateStatement statement(Batch batch, List<FieldModel> sent) {
		Unnest rows = ColumnArrays.rows(sent, Unnest.Order.AS_GIVEN);
		List<UpdateStatement.Assigned> assigned = new ArrayList<>();
		List<Sql> conditions = new ArrayList<>();
		for (int i = 0; i < sent.size(); i++) {
			FieldModel field = sent.get(i);
			if (field == batch.version()) {
				assigned.add(new UpdateStatement.Assigned(field.column(), InstanceStatements.nextVersion(field)));
				conditions.add(InstanceStatements.sameVersion(field, rows.column(i)));
			}
			else if (batch.written().contains(field)) {
				assigned.add(new UpdateStatement.Assigned(field.column(), rows.column(i)));
			}
			else {
				conditions.add(InstanceStatements.same("=", field, rows.column(i)));
			}
		}
		return new UpdateStatement(batch.own().name(), InstanceStatements.ROW, assigned, rows,
				InstanceStatements.all(conditions), List.of());
	}

	/** What a statement depends on. Fields and tables compare by identity. */
	private record Key(OwnTable own, List<FieldModel> sent) {

	}

	/**
	 * The rows of one statement.
	 *
	 * @param own the table
	 * @param rows the instances
	 * @param written the fields that get values
	 * @param version the field of optimistic locking, or null
	 */
	private record Batch(OwnTable own, List<Model> rows, List<FieldModel> written, @Nullable FieldModel version) {

		Batch {
			FieldModel lock = version;
			written = written.stream().filter((field) -> field != lock).toList();
		}

		List<FieldModel> sent() {
			List<FieldModel> sent = new ArrayList<>(this.own.key());
			if (this.version != null) {
				sent.add(this.version);
			}
			sent.addAll(this.written);
			return sent;
		}

	}

}
