package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.journal.Adopted;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.problem.RefusedChangeException;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds what leads from one schema to another, in two passes: renames first, so that they
 * survive other changes of the same object, then what differs otherwise.
 */
public final class SchemaDiff {

	private SchemaDiff() {
	}

	/**
	 * Compare two schemas.
	 * @param before the schema that is
	 * @param after the schema that should be
	 * @param known values for rows that exist, where they are known without asking
	 * @param questions asks for the rest
	 * @return the changes
	 */
	public static Difference of(Schema before, Schema after, Map<ObjectId, String> known, Questions questions) {
		return of(before, after, Adopted.none(), known, questions);
	}

	/**
	 * Compare a schema, parts of which models never said anything of, with theirs.
	 * @param before the schema that is
	 * @param models the schema that the models ask for
	 * @param adopted what stays as it is where the models leave it open
	 * @param known values for rows that exist, where they are known without asking
	 * @param questions asks for the rest
	 * @return the changes
	 */
	public static Difference of(Schema before, Schema models, Adopted adopted, Map<ObjectId, String> known,
			Questions questions) {
		Collations collations = new Collations(before, models);
		Schema asked = collations.asked();
		if (before.equals(asked)) {
			return new Difference(List.of(), Fills.none());
		}
		RenameSearch renames = new RenameSearch(before, asked, adopted, questions);
		Schema renamed = renames.search();
		Schema after = renames.after();
		List<Change> changes = new ArrayList<>(renames.found());
		changes.addAll(new ChangeOrder(renamed, after).sort(plain(renamed, after)));
		changes.sort(Comparator.comparingInt(SchemaDiff::rank));
		return new Difference(changes, new Fills(fills(changes, before, known, questions)));
	}

	/**
	 * A table may move to a schema that is new; what models declare as it is names tables
	 * and columns in its text, which no rename reaches.
	 */
	private static int rank(Change change) {
		if (change instanceof Change.Add && change.id().kind() == ObjectKind.SCHEMA) {
			return 0;
		}
		return (change instanceof Change.Remove removed && removed.object() instanceof Raw raw && !raw.comesFirst()) ? 1
				: 2;
	}

	/**
	 * Compare two schemas without asking: nothing is renamed but what has the same
	 * definition.
	 * @param before the schema that is
	 * @param after the schema that should be
	 * @return the changes
	 */
	public static Difference of(Schema before, Schema after) {
		return of(before, after, Adopted.none());
	}

	/**
	 * Compare a schema, parts of which models never said anything of, with theirs,
	 * without asking.
	 * @param before the schema that is
	 * @param models the schema that the models ask for
	 * @param adopted what stays as it is where the models leave it open
	 * @return the changes
	 */
	public static Difference of(Schema before, Schema models, Adopted adopted) {
		return of(before, models, adopted, Map.of(), Questions.none());
	}

	private static List<Change> plain(Schema before, Schema after) {
		List<Change> changes = new ArrayList<>();
		for (SchemaObject object : before.objects()) {
			Optional<SchemaObject> other = after.find(object.id());
			if (other.isEmpty()) {
				changes.add(new Change.Remove(object));
			}
			else if (!other.get().equals(object)) {
				refusePartitionKey(before, object, other.get());
				changes.addAll(replacement(object, other.get()));
			}
		}
		for (SchemaObject object : after.objects()) {
			if (!before.has(object.id())) {
				changes.add(new Change.Add(object));
			}
		}
		changes.addAll(new Suspension(before, after, changes).changes());
		return changes;
	}

	private static void refusePartitionKey(Schema before, SchemaObject object, SchemaObject after) {
		boolean retyped = object instanceof Column old && after instanceof Column column
				&& !old.type().equals(column.type());
		if (retyped && before.find(ObjectId.table(object.id().table()))
			.filter((table) -> table instanceof Table found && found.partition().contains(object.id().name()))
			.isPresent()) {
			throw new RefusedChangeException(
					"%s is what its table is partitioned by, and PostgreSQL does not change the type of such a column. hint: declare a new table, copy the rows in a migration of your own, and drop this one"
						.formatted(object.id()),
					object.id());
		}
	}

	/** Only tables and columns are altered; the rest is dropped and made again. */
	private static List<Change> replacement(SchemaObject before, SchemaObject after) {
		if (before instanceof Table old && after instanceof Table table && !old.partition().equals(table.partition())) {
			throw new RefusedChangeException(
					"Table %s is partitioned by %s and would be by %s, which PostgreSQL cannot change. hint: declare a new table, copy the rows in a migration of your own, and drop this one"
						.formatted(table.name(), old.partition(), table.partition()),
					table.id());
		}
		boolean altered = before.id().kind() == ObjectKind.TABLE || before.id().kind() == ObjectKind.COLUMN;
		return altered ? List.of(new Change.Replace(before, after))
				: List.of(new Change.Remove(before), new Change.Add(after));
	}

	private static Map<ObjectId, String> fills(List<Change> changes, Schema before, Map<ObjectId, String> known,
			Questions questions) {
		Map<ObjectId, String> fills = new HashMap<>();
		List<String> created = changes.stream()
			.filter((change) -> change instanceof Change.Add added && added.object() instanceof Table)
			.map((change) -> change.id().name())
			.toList();
		for (Change change : changes) {
			Column column = filled(change, before);
			if (column != null && !created.contains(column.table())) {
				String value = known.get(column.id());
				fills.put(column.id(), (value != null) ? value : questions.fill(column, change instanceof Change.Add));
			}
		}
		return fills;
	}

	/** Return the column in which rows need a value after a change, or null. */
	private static @Nullable Column filled(Change change, Schema before) {
		if (change instanceof Change.Add added && added.object() instanceof Column column) {
			boolean suspended = before.find(column.id()).filter(column::equals).isPresent();
			return needsValue(column) && !suspended ? column : null;
		}
		if (change instanceof Change.Replace replaced && replaced.before() instanceof Column old
				&& replaced.after() instanceof Column column) {
			return column.notNull() && !old.notNull() && column.generated() == null ? column : null;
		}
		return null;
	}

	private static boolean needsValue(Column column) {
		return column.notNull() && column.defaultValue() == null && column.generated() == null
				&& column.identity() == Identity.NONE;
	}

}
