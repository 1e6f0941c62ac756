package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What writing needs to know of a model again and again: its tables, root first, and the
 * fields that get values of their own accord. Immutable.
 *
 * @param model the model
 * @param levels its tables: those of parents first, its own last
 * @param defaults the fields with a default
 * @param automatic the fields set to the current time
 * @param relations the foreign keys
 * @param version the field of optimistic locking, or null
 */
record WriteModel(EntityModel model, List<Level> levels, List<FieldModel> defaults, List<FieldModel> automatic,
		List<FieldModel> relations, @Nullable FieldModel version) {

	static WriteModel of(EntityModel model) {
		List<FieldModel> fields = model.fields();
		return new WriteModel(model, levels(model),
				fields.stream().filter((field) -> !field.description().defaultValue().isEmpty()).toList(),
				fields.stream().filter((field) -> field.is(Flag.AUTO_NOW) || field.is(Flag.AUTO_NOW_ADD)).toList(),
				fields.stream().filter((field) -> field.relation() != null && !field.isParentLink()).toList(),
				fields.stream().filter((field) -> field.is(Flag.VERSION)).findFirst().orElse(null));
	}

	private static List<Level> levels(EntityModel model) {
		List<Level> levels = new ArrayList<>();
		for (EntityModel table = model.concrete(); table != null; table = above(table)) {
			levels.add(0, Level.of(model, table));
		}
		return List.copyOf(levels);
	}

	private static @Nullable EntityModel above(EntityModel table) {
		return (table.parent() != null) ? table.parent().concrete() : null;
	}

	EntityBinding<Model> binding() {
		return this.model.binding();
	}

	/** The table whose key the database or the caller makes. */
	Level root() {
		return this.levels.get(0);
	}

	/** The indexes of the fields that a write sets by itself: keys and the version. */
	int[] counted() {
		return IntStream
			.concat(this.levels.stream().flatMap((level) -> level.key().stream()).mapToInt(FieldModel::index),
					Stream.ofNullable(this.version).mapToInt(FieldModel::index))
			.distinct()
			.toArray();
	}

	boolean isSpread() {
		return this.levels.size() > 1;
	}

	/** The field of optimistic locking, if it is a column of that table. */
	@Nullable FieldModel versionOf(Level level) {
		return (this.version != null && this.version.owner() == level.table()) ? this.version : null;
	}

	/**
	 * One table of a model, with the columns it holds. All fields are as the model sees
	 * them.
	 *
	 * @param table the model that owns the table
	 * @param key its key
	 * @param others all other columns
	 * @param all all columns, in order
	 */
	record Level(EntityModel table, List<FieldModel> key, List<FieldModel> others, List<FieldModel> all) {

		static Level of(EntityModel model, EntityModel table) {
			List<FieldModel> all = model.fields().stream().filter((field) -> field.owner() == table).toList();
			List<String> keyNames = table.key().stream().map(FieldModel::name).toList();
			return new Level(table, all.stream().filter((field) -> keyNames.contains(field.name())).toList(),
					all.stream().filter((field) -> !keyNames.contains(field.name())).toList(), all);
		}

		/** The key column the database fills in, if it is left out. */
		@Nullable FieldModel identity() {
			return this.key.stream().filter((field) -> field.is(Flag.IDENTITY)).findFirst().orElse(null);
		}

		boolean isGeneratedKey() {
			return this.key.stream().anyMatch((field) -> field.is(Flag.UUID_KEY));
		}

	}

}
