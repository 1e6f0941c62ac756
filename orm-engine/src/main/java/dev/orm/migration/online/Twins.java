package dev.orm.migration.online;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;

/**
 * Columns that are renamed while others use them: the new one is added beside the old
 * one, which goes later. Immutable.
 *
 * @param renamed the old columns, by the new ones
 */
public record Twins(Map<ObjectId, Column> renamed) {

	/**
	 * Find the columns a difference renames.
	 * @param difference the difference
	 * @param before the schema before: a column of a key, one that foreign keys point to
	 * or a table is partitioned by, one whose name another column takes, and all of a
	 * table whose past is kept, are renamed at once
	 * @param online which tables are changed while others use them
	 * @return the columns; none if no such table has one
	 */
	public static Twins of(Difference difference, Schema before, Predicate<String> online) {
		Map<ObjectId, Column> renamed = new HashMap<>();
		OnlineTables tables = OnlineTables.of(online, before, difference.changes());
		Schema moved = before.plus(List.copyOf(Change.tableRenames(difference.changes())));
		for (Change change : difference.changes()) {
			if (change instanceof Change.Rename rename && rename.id().kind() == ObjectKind.COLUMN
					&& tables.test(rename.id().table()) && !isBound(moved, rename.id())
					&& !isPassedOn(rename, difference)) {
				moved.find(rename.id()).ifPresent((old) -> renamed.put(rename.id().named(rename.to()), (Column) old));
			}
		}
		return new Twins(renamed);
	}

	/** Whether one of the names is another column's, before or after. */
	private static boolean isPassedOn(Change.Rename rename, Difference difference) {
		return difference.changes()
			.stream()
			.anyMatch((change) -> change instanceof Change.Rename other
					&& (other.id().equals(rename.id().named(rename.to()))
							|| other.id().named(other.to()).equals(rename.id())));
	}

	/** Whether there is but one of such columns. */
	private static boolean isBound(Schema schema, ObjectId column) {
		return schema.objects().stream().anyMatch((object) -> isBound(object, column));
	}

	private static boolean isBound(SchemaObject object, ObjectId column) {
		if (object instanceof History history) {
			return history.table().equals(column.table()) || history.rows().equals(column.table());
		}
		boolean own = object.id().table().equals(column.table());
		return ((object instanceof Key) && own && object.names(column))
				|| (object instanceof ForeignKey key && key.target().equals(column.table())
						&& key.targetColumns().contains(column.name()))
				|| (object instanceof Table table && table.name().equals(column.table())
						&& table.partition().contains(column.name()));
	}

	/**
	 * Return whether there is none.
	 * @return true if there is none
	 */
	public boolean isEmpty() {
		return this.renamed.isEmpty();
	}

	/**
	 * Return what is known of other columns.
	 * @param known values by column
	 * @return those of columns that are no twins
	 */
	public Map<ObjectId, String> unsaid(Map<ObjectId, String> known) {
		Map<ObjectId, String> unsaid = new HashMap<>(known);
		unsaid.keySet().removeAll(this.renamed.keySet());
		return unsaid;
	}

	/**
	 * Return the old columns, without those that are computed anyway.
	 * @return the old columns, by the new ones
	 */
	public Map<ObjectId, Column> columns() {
		Map<ObjectId, Column> columns = new HashMap<>(this.renamed);
		columns.values().removeIf((column) -> column.generated() != null);
		return columns;
	}

	/**
	 * Return questions that say of these columns that they are new, with the old one's
	 * value.
	 * @param others who is asked all else
	 * @return the questions
	 */
	public Questions questions(Questions others) {
		return new Questions() {
			@Override
			public Optional<ObjectId> said(ObjectId now) {
				return Twins.this.renamed.containsKey(now) ? Optional.empty() : others.said(now);
			}

			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				List<RenameCandidate> left = candidates.stream().filter((candidate) -> !isOld(candidate.id())).toList();
				boolean asked = !Twins.this.renamed.containsKey(added) && !left.isEmpty();
				return asked ? others.renamedFrom(added, left) : Optional.empty();
			}

			@Override
			public boolean follows(ObjectId added) {
				return !Twins.this.renamed.containsKey(added) && others.follows(added);
			}

			@Override
			public String fill(Column column, boolean added) {
				Column old = Twins.this.renamed.get(column.id());
				return (old != null) ? '"' + old.name() + '"' : others.fill(column, added);
			}
		};
	}

	private boolean isOld(ObjectId id) {
		return this.renamed.values().stream().anyMatch((old) -> old.id().equals(id));
	}

}
