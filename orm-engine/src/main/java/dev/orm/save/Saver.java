package dev.orm.save;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.compile.CompiledQuery;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModels;
import dev.orm.load.DeferredFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.SaveOptions;
import dev.orm.persist.Saved;
import dev.orm.routing.Route;
import dev.orm.succession.Successors;
import dev.orm.write.Conflicts;
import dev.orm.write.InstanceStatements;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Saves one instance as Django's {@code Model.save_base} does: an update if it has a key,
 * an insert if that matched no row; parents' tables first. Thread-safe.
 */
public final class Saver {

	private final WriteModels models;

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final AutomaticValues automatic;

	private final InstanceStatements statements;

	private final StatementSender sender;

	private final RowLookup rows;

	private final SavedState state;

	private final ComputedValues computed;

	private final DeferredFields deferred;

	private final Successors successors;

	public Saver(WriteModels models, InstanceValues values, InstanceSetter setter, AutomaticValues automatic,
			InstanceStatements statements, StatementSender sender, RowLookup rows, SavedState state,
			ComputedValues computed, DeferredFields deferred, Successors successors) {
		this.successors = successors;
		this.models = models;
		this.values = values;
		this.setter = setter;
		this.automatic = automatic;
		this.statements = statements;
		this.sender = sender;
		this.rows = rows;
		this.state = state;
		this.computed = computed;
		this.deferred = deferred;
	}

	/** Save an instance, and say what became of its row. */
	public Saved save(Model instance, SaveOptions asked) {
		SaveOptions options = applyValues(instance, asked);
		refuseContradictions(options);
		if (options.isNoOperation()) {
			return Saved.NOTHING;
		}
		Save save = new Save(instance, this.models.of(instance), options);
		save.model().model().requireWritable();
		this.values.requireTargets(instance, save.relations(), options.route(), "save()");
		save.model().requireGenericTargets(instance, "save()");
		this.deferred.fetch(instance, save::needed);
		return this.sender.filling(save.model(), List.of(instance), save.expressions().keySet(), options.route(),
				() -> write(save));
	}

	private Saved write(Save save) {
		boolean inserted = save.model().isSpread()
				? this.sender.together(save.options().route(), () -> saveTables(save)) : saveTables(save);
		finish(save);
		return inserted ? Saved.INSERTED : Saved.UPDATED;
	}

	/** Set the assignments that are plain values; what is left needs the database. */
	SaveOptions applyValues(Model instance, SaveOptions options) {
		List<Assignment<?>> computed = options.expressions();
		if (!computed.isEmpty()) {
			EntityModel model = this.models.model(instance);
			computed = computed.stream().filter((assignment) -> !applyValue(instance, model, assignment)).toList();
		}
		return options.computing(computed);
	}

	private boolean applyValue(Model instance, EntityModel model, Assignment<?> assignment) {
		Optional<FieldModel> field = model.field(assignment.attribute());
		if (field.isPresent() && assignment.value() instanceof Atom.Literal literal) {
			this.setter.set(instance, field.get(), literal.value());
			return true;
		}
		return false;
	}

	private static void refuseContradictions(SaveOptions options) {
		if (options.forceInsert() && options.isUpdateOnly()) {
			throw new QueryValueException(
					"Cannot force both insert and updating in model saving. hint: choose one of forceInsert() and forceUpdate(); updateFields() updates too",
					Subject.ofArgument("forceInsert"));
		}
	}

	/** Save parents first; say whether the last row is new. */
	private boolean saveTables(Save save) {
		if (save.adding()) {
			this.automatic.applyDefaults(save.instance(), save.model());
			this.automatic.tenants().fill(save.instance(), save.model());
		}
		else {
			this.automatic.tenants().check(save.instance(), save.model());
		}
		boolean parentInserted = false;
		for (OwnTable own : save.model().tables()) {
			boolean last = own.table() == save.model().model().concrete();
			boolean insert = parentInserted || (last && save.options().forceInsert()) || makesItsKey(save, own);
			parentInserted = saveTable(save, own, insert);
		}
		return parentInserted;
	}

	/** A new instance whose key the engine makes has no row yet. */
	private static boolean makesItsKey(Save save, OwnTable own) {
		return save.adding() && own.isGeneratedKey() && !save.options().isUpdateOnly();
	}

	private boolean saveTable(Save save, OwnTable own, boolean forceInsert) {
		boolean keySet = this.values.isSet(save.instance(), own.key());
		if (!keySet && save.options().isUpdateOnly()) {
			throw new QueryValueException(
					"Cannot force an update in save() of a %s with no primary key".formatted(save.model().model()),
					save.model().model().subject())
				.of(save.instance());
		}
		if (keySet && !forceInsert && !save.isFirstVersion()) {
			if (update(save, own)) {
				return false;
			}
			if (save.options().isUpdateOnly() || save.isStale()) {
				throw notUpdated(save);
			}
		}
		insert(save, own);
		return true;
	}

	private static NotUpdatedException notUpdated(Save save) {
		if (save.model().version() != null) {
			return save.model().movedOn(save.instance());
		}
		String model = save.model().model().name();
		return new NotUpdatedException(
				"A forced update of a %s did not affect any rows: none has its key".formatted(model), model,
				save.instance().pk());
	}

	private boolean update(Save save, OwnTable own) {
		List<FieldModel> written = this.values.known(save.instance(), own, save.written(own));
		if (written.isEmpty()) {
			return save.options().updateFields() != null || exists(save, own);
		}
		this.automatic.apply(save.instance(), save.model(), written, false);
		AutomaticColumn place = save.model().placeIn(own, written);
		return (place != null) ? updateAmong(save, own, written, place) : updateRow(save, own, written);
	}

	private boolean updateRow(Save save, OwnTable own, List<FieldModel> written) {
		return save.isComputed(written) ? this.computed.update(save, own, written) : update(save, own, written, null);
	}

	/** A row that is not the owner's yet takes the next place there. */
	private boolean updateAmong(Save save, OwnTable own, List<FieldModel> written, AutomaticColumn place) {
		boolean updated = save.isComputed(written)
				? isOwned(save, own, place.source()) && this.computed.update(save, own, written)
				: update(save, own, written, place.source());
		if (updated || (save.adding() && !exists(save, own))) {
			return updated;
		}
		return this.sender.together(save.options().route(), () -> {
			this.successors.move(save.instance(), place, save.options().route());
			Set<FieldModel> placed = new LinkedHashSet<>(written);
			placed.add(place.field());
			return updateRow(save, own, List.copyOf(placed));
		});
	}

	private boolean isOwned(Save save, OwnTable own, FieldModel owner) {
		Object key = Objects.requireNonNull(this.values.key(save.instance(), own.key()));
		RowFilter row = RowFilter.keys(own.table().key(), List.of(key))
			.same(own.table().field(owner.name()).orElseThrow(), this.values.value(save.instance(), owner));
		return this.rows.exists(own.table(), row, save.options().route());
	}

	private boolean update(Save save, OwnTable own, List<FieldModel> written, @Nullable FieldModel owner) {
		FieldModel version = save.model().versionOf(own);
		List<@Nullable Object> values = this.values.values(save.instance(), written);
		values.addAll(this.values.values(save.instance(), own.key()));
		values.addAll(this.values.values(save.instance(), own.guard()));
		Object next = null;
		if (version != null) {
			Object current = this.values.value(save.instance(), version);
			next = AutomaticValues.nextVersion(version, current);
			values.set(written.indexOf(version), next);
			values.add(current);
		}
		if (owner != null) {
			values.add(this.values.value(save.instance(), owner));
		}
		boolean updated = send(save, own, this.statements.update(own, written, version, owner), values);
		if (updated && version != null) {
			save.counted(next);
		}
		return updated;
	}

	/** Send an update; what the database computes comes back. */
	private boolean send(Save save, OwnTable own, CompiledQuery update, List<@Nullable Object> values) {
		Route route = save.options().route();
		if (own.computed().isEmpty()) {
			return this.sender.updateOne(update, Operation.UPDATE, values, route) > 0;
		}
		return this.sender.queryOne(update, Operation.UPDATE, values, route, (rows) -> {
			boolean found = rows.next();
			if (found) {
				this.state.stored(save.instance(), own.computed(), rows, 1);
			}
			return found;
		});
	}

	private boolean exists(Save save, OwnTable own) {
		Object key = Objects.requireNonNull(this.values.key(save.instance(), own.key()));
		return this.rows.exists(own.table(), RowFilter.keys(own.table().key(), List.of(key)), save.options().route());
	}

	private void insert(Save save, OwnTable own) {
		if (save.model().isPositioned()) {
			this.sender.together(save.options().route(), () -> insertRow(save, own));
		}
		else {
			insertRow(save, own);
		}
	}

	private void insertRow(Save save, OwnTable own) {
		this.deferred.fetch(save.instance(), own::all);
		this.automatic.prepareInsert(save.instance(), save.model(), own.all(), this.automatic.moment(true));
		this.successors.fill(List.of(save.instance()), save.model(), own.all(), save.options().route());
		this.values.requireKnown(save.instance(), own, own.all(), "An insert");
		FieldModel generated = generatedKey(save, own);
		List<FieldModel> leftOut = this.values.leftOut(save.instance(), own, save.expressions().keySet());
		if (save.isComputed(own.all())) {
			this.computed.insert(save.batch(leftOut), own, generated, Conflicts.NONE, save.options().route());
		}
		else {
			insert(save, own, own.sent(generated, leftOut), own.answered(generated, leftOut));
		}
	}

	/** The key the database is to make; null if the row has one already. */
	private @Nullable FieldModel generatedKey(Save save, OwnTable own) {
		FieldModel identity = own.identity();
		return (identity != null && this.values.value(save.instance(), identity) == null) ? identity : null;
	}

	private void insert(Save save, OwnTable own, List<FieldModel> columns, List<FieldModel> answered) {
		CompiledQuery insert = this.statements.insert(own, columns, answered);
		List<@Nullable Object> sent = this.values.values(save.instance(), columns);
		Route route = save.options().route();
		if (answered.isEmpty()) {
			StatementSender.requireAll(own.table(), 1, this.sender.updateOne(insert, Operation.INSERT, sent, route));
			return;
		}
		this.sender.queryOne(insert, Operation.INSERT, sent, route, (rows) -> {
			boolean found = rows.next();
			StatementSender.requireAll(own.table(), 1, found ? 1 : 0);
			this.state.stored(save.instance(), answered, rows, 1);
			return found;
		});
	}

	private void finish(Save save) {
		FieldModel version = save.model().version();
		if (version != null && save.counted() != null) {
			this.state.version(save.instance(), version, save.counted());
		}
		if (save.adding()) {
			this.state.saved(List.of(save.instance()), save.model(), save.options().route());
		}
		else {
			this.state.own(save.instance(), save.model(), save.options().route());
		}
	}

}
