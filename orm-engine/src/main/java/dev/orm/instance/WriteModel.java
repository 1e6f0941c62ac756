package dev.orm.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.error.NotUpdatedException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What writing needs to know of a model again and again: its tables, root first, and the
 * fields that get values of their own accord. Immutable.
 *
 * @param model the model
 * @param tables its tables: those of parents first, its own last
 * @param defaults the fields with a default
 * @param automatic the columns the engine sets
 * @param always the columns every write sets
 * @param following those among them that depend on other rows
 * @param relations the foreign keys
 * @param shared those among them that hold the tenant, too
 * @param generics the generic keys
 * @param version the field of optimistic locking, or null
 * @param tenant the field that says whose the row is, or null
 * @param counted the indexes of the fields that a write sets by itself: keys and the
 * version
 * @param filled the other fields that a write may set by itself: those the engine sets,
 * and those the database computes or has defaults for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, asked for by each write
public record WriteModel(EntityModel model, List<OwnTable> tables, List<FieldModel> defaults,
		List<AutomaticColumn> automatic, List<FieldModel> always, List<AutomaticColumn> following,
		List<FieldModel> relations, List<FieldModel> shared, List<GenericFields> generics, @Nullable FieldModel version,
		@Nullable FieldModel tenant, int[] counted, List<FieldModel> filled) {

	public static WriteModel of(EntityModel model) {
		List<FieldModel> fields = model.fields();
		List<OwnTable> tables = tables(model);
		FieldModel version = fields.stream().filter((field) -> field.is(Flag.VERSION)).findFirst().orElse(null);
		List<AutomaticColumn> automatic = AutomaticColumn.of(model);
		List<FieldModel> relations = fields.stream()
			.filter((field) -> field.relation() != null && !field.isParentLink())
			.toList();
		return new WriteModel(model, tables,
				fields.stream().filter((field) -> !field.description().defaultValue().isEmpty()).toList(), automatic,
				automatic.stream().filter(AutomaticColumn::always).map(AutomaticColumn::field).toList(),
				automatic.stream().filter((column) -> column.of() != null).toList(), relations,
				relations.stream().filter(Tenancy::isShared).toList(), GenericFields.of(model), version,
				fields.stream().filter((field) -> field.is(Flag.TENANT)).findFirst().orElse(null),
				counted(tables, version), filled(tables, automatic));
	}

	private static List<OwnTable> tables(EntityModel model) {
		List<OwnTable> tables = new ArrayList<>();
		for (EntityModel table = model.concrete(); table != null; table = above(table)) {
			tables.add(0, new OwnTable(model, table));
		}
		return List.copyOf(tables);
	}

	private static @Nullable EntityModel above(EntityModel table) {
		return (table.parent() != null) ? table.parent().concrete() : null;
	}

	public EntityBinding<Model> binding() {
		return this.model.binding();
	}

	/** The table whose key the database or the caller makes. */
	public OwnTable root() {
		return this.tables.get(0);
	}

	private static int[] counted(List<OwnTable> tables, @Nullable FieldModel version) {
		return IntStream
			.concat(tables.stream().flatMap((own) -> own.key().stream()).mapToInt(FieldModel::index),
					Stream.ofNullable(version).mapToInt(FieldModel::index))
			.distinct()
			.toArray();
	}

	private static List<FieldModel> filled(List<OwnTable> tables, List<AutomaticColumn> automatic) {
		Stream<FieldModel> database = tables.stream()
			.flatMap((own) -> Stream.concat(own.computed().stream(), own.omissible().stream()));
		return Stream.concat(automatic.stream().map(AutomaticColumn::field), database)
			.filter((field) -> !field.primaryKey() && !field.is(Flag.VERSION))
			.distinct()
			.toList();
	}

	/** The fields that a write sets by itself which computes some for the caller. */
	public List<FieldModel> filled(Collection<FieldModel> computed) {
		return computed.isEmpty() ? this.filled
				: Stream.concat(this.filled.stream(), computed.stream()).distinct().toList();
	}

	/** Whether new rows take their places among those of an owner. */
	public boolean isPositioned() {
		return !this.following.isEmpty() && this.following.stream().anyMatch(AutomaticColumn::isPosition);
	}

	/**
	 * The place that the rows of a table have among those of an owner, if a write of
	 * columns may give them another one; null if not.
	 */
	public @Nullable AutomaticColumn placeIn(OwnTable own, Collection<FieldModel> written) {
		for (AutomaticColumn column : this.following) {
			if (column.isPosition() && column.field().owner() == own.table() && written.contains(column.source())) {
				return column;
			}
		}
		return null;
	}

	/** Refuse generic keys that lead to what is not saved, or not allowed. */
	public void requireGenericTargets(Model instance, String operation) {
		for (GenericFields key : this.generics) {
			key.requireTarget(instance, operation);
		}
	}

	public boolean isSpread() {
		return this.tables.size() > 1;
	}

	/** The field of optimistic locking, if it is a column of that table. */
	public @Nullable FieldModel versionOf(OwnTable own) {
		return (this.version != null && this.version.owner() == own.table()) ? this.version : null;
	}

	/** The row of an instance has another version than the instance, or is gone. */
	public NotUpdatedException movedOn(Model instance) {
		return new NotUpdatedException("""
				The %s was changed or deleted by someone else since it was loaded (its version moved on).
				  hint: load it again and repeat the change""".formatted(this.model.name()), this.model.name(),
				instance.pk());
	}

}
