package dev.orm.migration.online;

import java.util.ArrayList;
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
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;

/**
 * Columns that are renamed while others use them: the new one is added beside the old
 * one, which goes later. Immutable.
 *
 * @param renamed the names before, by the columns after
 */
public record Twins(Map<ObjectId, ObjectId> renamed) {

	/**
	 * Find the columns a difference renames.
	 * @param difference the difference
	 * @param before the schema before: what a table's rows were is renamed with its
	 * columns, at once
	 * @param online which tables are changed while others use them
	 * @return the columns; none if no such table has one
	 */
	public static Twins of(Difference difference, Schema before, Predicate<String> online) {
		Map<ObjectId, ObjectId> renamed = new HashMap<>();
		List<String> kept = new ArrayList<>();
		for (History history : before.plus(renames(difference)).all(History.class)) {
			kept.add(history.table());
			kept.add(history.rows());
		}
		for (Change change : difference.changes()) {
			if (change instanceof Change.Rename rename && rename.id().kind() == ObjectKind.COLUMN
					&& online.test(rename.id().table()) && !kept.contains(rename.id().table())) {
				renamed.put(rename.id().named(rename.to()), rename.id());
			}
		}
		return new Twins(renamed);
	}

	private static List<Change> renames(Difference difference) {
		return difference.changes()
			.stream()
			.filter((change) -> change instanceof Change.Rename && change.id().kind() == ObjectKind.TABLE)
			.toList();
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
	 * Return the old columns.
	 * @param before the schema they are in
	 * @return the old columns, by the new ones
	 */
	public Map<ObjectId, Column> columns(Schema before) {
		Map<ObjectId, Column> columns = new HashMap<>();
		this.renamed.forEach((to, from) -> before.find(from).ifPresent((column) -> columns.put(to, (Column) column)));
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
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				List<RenameCandidate> left = candidates.stream()
					.filter((candidate) -> !Twins.this.renamed.containsValue(candidate.id()))
					.toList();
				boolean asked = !Twins.this.renamed.containsKey(added) && !left.isEmpty();
				return asked ? others.renamedFrom(added, left) : Optional.empty();
			}

			@Override
			public String fill(Column column, boolean added) {
				ObjectId old = Twins.this.renamed.get(column.id());
				return (old != null) ? '"' + old.name() + '"' : others.fill(column, added);
			}
		};
	}

}
