package dev.orm.migration.detect;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.declare.ConstraintNames;
import dev.orm.journal.Adopted;
import dev.orm.migration.ddl.TypeChange;
import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

/**
 * The schema of models for a database that was there before them: what the models leave
 * open stays as the database has it. What they declare, a name or a default, acts.
 */
public final class Adoption {

	private final Schema found;

	private final Schema models;

	private final Map<ObjectId, SchemaObject> kept = new LinkedHashMap<>();

	private Adoption(Schema found, Schema models) {
		this.found = found;
		this.models = models;
		models.objects().forEach((object) -> this.kept.put(object.id(), object));
	}

	/**
	 * Find what models leave open.
	 * @param found what a database has
	 * @param models what the models ask for
	 * @return the objects that stay as they are
	 */
	public static Adopted of(Schema found, Schema models) {
		Set<ObjectId> all = found.objects().stream().map(SchemaObject::id).collect(Collectors.toSet());
		Schema kept = keep(new Adopted(all), found, models);
		Set<ObjectId> ids = new HashSet<>();
		for (SchemaObject object : kept.objects()) {
			if (!models.find(object.id()).filter(object::equals).isPresent()) {
				ids.add(object.id());
			}
		}
		return new Adopted(ids);
	}

	/**
	 * Return what the models ask for, with what stays as it is.
	 * @param adopted the objects that stay
	 * @param before the schema that has them
	 * @param models what the models ask for
	 * @return the schema after
	 */
	static Schema keep(Adopted adopted, Schema before, Schema models) {
		if (adopted.ids().isEmpty()) {
			return models;
		}
		Adoption adoption = new Adoption(before, models);
		for (SchemaObject object : before.objects()) {
			if (adopted.ids().contains(object.id())) {
				adoption.keep(object);
			}
		}
		return Schema.of(adoption.kept.values());
	}

	private void keep(SchemaObject object) {
		SchemaObject other = this.kept.get(object.id());
		if (object instanceof Column old && other instanceof Column column) {
			this.kept.put(object.id(), keep(old, column));
		}
		else if (object instanceof Table old && other instanceof Table table && table.comment().isEmpty()) {
			this.kept.put(object.id(), new Table(table.name(), old.comment(), table.partition()));
		}
		else if (other == null && (object.id().kind().isConstraint() || object instanceof Index)) {
			keepName(object);
		}
	}

	private static Column keep(Column old, Column column) {
		Column kept = isOpen(old, column) ? column.withIdentity(Identity.NONE).withDefault(old.defaultValue()) : column;
		return column.comment().isEmpty() ? kept.withComment(old.comment()) : kept;
	}

	/** Whether the models leave the default open, or a sequence numbers rows as well. */
	private static boolean isOpen(Column old, Column column) {
		String value = old.defaultValue();
		boolean fits = old.type().equals(column.type()) || new TypeChange(old.type(), column.type()).isWider();
		boolean numbered = column.identity() == Identity.NONE || (value != null && value.startsWith("nextval("));
		return value != null && fits && numbered && column.defaultValue() == null && column.generated() == null;
	}

	/** Call what models have no name for as it is called already. */
	private void keepName(SchemaObject old) {
		for (SchemaObject object : this.models.objects()) {
			SchemaObject called = object.after(new Change.Rename(object.id(), old.id().name()));
			if (called.equals(old) && this.kept.containsKey(object.id()) && !this.found.has(object.id())
					&& isDerived(object)) {
				this.kept.remove(object.id());
				this.kept.put(called.id(), called);
				return;
			}
		}
	}

	/** Whether a name is the one the engine gives where models give none. */
	private boolean isDerived(SchemaObject object) {
		if (object instanceof Check) {
			return this.models.columns(object.id().table())
				.stream()
				.anyMatch((column) -> isDerived(object, List.of(column.name()), "check"));
		}
		if (object instanceof Key) {
			return isDerived(object, List.of(), "pkey");
		}
		if (object instanceof Unique unique) {
			return isDerived(object, unique.columns(), "key");
		}
		if (object instanceof ForeignKey key) {
			return isDerived(object, key.columns(), "fkey");
		}
		return object instanceof Index index
				&& isDerived(object, index.elements().stream().map(Index.Element::column).toList(), "idx");
	}

	private static boolean isDerived(SchemaObject object, List<String> columns, String suffix) {
		String table = TablePath.of(object.id().table()).name();
		String name = ConstraintNames.of(table, columns, suffix);
		String start = name.substring(0, name.length() - suffix.length() - 1);
		// a second one of the same columns is told apart by a number
		return object.id().name().equals(name)
				|| object.id().name().matches(Pattern.quote(start) + "_[0-9a-f]{8}_" + suffix);
	}

}
