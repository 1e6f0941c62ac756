package dev.orm.journal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a database had before there was a journal, and models do not say otherwise: the
 * names of constraints and indexes that models leave to the engine, defaults and comments
 * that no model mentions. It stays as it is. Immutable.
 *
 * @param ids the objects
 */
public record Adopted(Set<ObjectId> ids) {

	private static final Adopted NONE = new Adopted(Set.of());

	public Adopted {
		ids = Set.copyOf(ids);
	}

	/**
	 * Return nothing, as of a schema that models made from the start.
	 * @return no objects
	 */
	public static Adopted none() {
		return NONE;
	}

	/**
	 * Return what is left after a change.
	 * @param change the change
	 * @return renamed objects by their new name, without columns that are gone or whose
	 * default somebody has changed
	 */
	public Adopted after(Change change) {
		if (this.ids.isEmpty()) {
			return this;
		}
		if (change instanceof Change.Rename rename) {
			Set<ObjectId> renamed = new HashSet<>();
			this.ids.forEach((id) -> renamed.add(rename.applyTo(id)));
			return new Adopted(renamed);
		}
		return isSaidAnew(change) ? without(change.id()) : this;
	}

	private static boolean isSaidAnew(Change change) {
		if (change instanceof Change.Replace replaced) {
			return !Objects.equals(defaultOf(replaced.before()), defaultOf(replaced.after()))
					|| !commentOf(replaced.before()).equals(commentOf(replaced.after()));
		}
		// a constraint may be dropped only to be made again
		return change instanceof Change.Remove && change.id().kind() == ObjectKind.COLUMN;
	}

	private static @Nullable String defaultOf(SchemaObject object) {
		return (object instanceof Column column) ? column.defaultValue() : null;
	}

	private static String commentOf(SchemaObject object) {
		if (object instanceof Table table) {
			return table.comment();
		}
		return (object instanceof Column column) ? column.comment() : "";
	}

	private Adopted without(ObjectId id) {
		Set<ObjectId> left = new HashSet<>(this.ids);
		left.remove(id);
		return new Adopted(left);
	}

	Adopted with(ObjectId id) {
		Set<ObjectId> more = new HashSet<>(this.ids);
		more.add(id);
		return new Adopted(more);
	}

}
