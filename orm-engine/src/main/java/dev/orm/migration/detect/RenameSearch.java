package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.journal.Adopted;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;

/**
 * Finds what lives on under another name: tables, then columns, which are asked for, then
 * what is named after them, which follows by itself. Used once.
 */
final class RenameSearch {

	private Schema before;

	private Schema after;

	private Adopted adopted;

	private final Questions questions;

	private final List<Change> found = new ArrayList<>();

	private final Set<String> renamedTables = new HashSet<>();

	private final List<History> histories;

	private final Set<ObjectId> asked = new HashSet<>();

	private final Set<ObjectId> exchanged = new HashSet<>();

	RenameSearch(Schema before, Schema after, Adopted adopted, Questions questions) {
		this.before = before;
		this.after = after;
		this.adopted = adopted;
		this.questions = questions;
		this.histories = after.all(History.class);
	}

	/** Return the schema before, under the names after. */
	Schema search() {
		tables();
		joinTables();
		this.histories.forEach((history) -> follow(history));
		for (Table table : this.after.all(Table.class)) {
			if (this.before.has(table.id()) && !isHistory(table)) {
				columns(table.name());
			}
		}
		this.histories.forEach((history) -> followColumns(history));
		this.after = Adoption.keep(this.adopted, this.before, this.after);
		sameDefinitions();
		return this.before;
	}

	/** Return the schema after, with what it leaves open as it was before. */
	Schema after() {
		return this.after;
	}

	List<Change> found() {
		return this.found;
	}

	private void rename(ObjectId id, String to) {
		Change.Rename rename = new Change.Rename(id, to);
		this.before = this.before.plus(List.of(rename));
		this.adopted = this.adopted.after(rename);
		this.found.add(rename);
	}

	private <T extends SchemaObject> List<T> added(Stream<T> objects) {
		return objects.filter((object) -> !this.before.has(object.id())).toList();
	}

	private <T extends SchemaObject> List<T> gone(Stream<T> objects) {
		return objects.filter((object) -> !this.after.has(object.id())).toList();
	}

	private void tables() {
		exchange(this.after.all(Table.class));
		// a name that one leaves may be what another one said it has now
		for (int known = -1; known < this.found.size();) {
			known = this.found.size();
			unasked(this.after.all(Table.class).stream()).forEach(this::table);
		}
	}

	/** What is new, and nobody was asked for yet. */
	private <T extends SchemaObject> List<T> unasked(Stream<T> objects) {
		return added(objects).stream().filter((object) -> !this.asked.contains(object.id())).toList();
	}

	private void table(Table table) {
		if (!isHistory(table) && JoinShape.of(this.after, table.name()).isEmpty()) {
			List<RenameCandidate> candidates = gone(this.before.all(Table.class).stream()).stream()
				.flatMap((other) -> Likeness.ofTables(this.before, other, this.after, table).stream())
				.sorted(Comparator.comparingInt(RenameCandidate::score).reversed())
				.toList();
			ask(table.id(), candidates).ifPresent((id) -> {
				rename(id, table.name());
				this.renamedTables.add(table.name());
			});
		}
	}

	/** Where a name is said to be another one's now, who has it steps aside. */
	private void exchange(List<? extends SchemaObject> objects) {
		SaidNames said = new SaidNames(this.before, objects, this.questions);
		for (SchemaObject object : objects) {
			ObjectId id = object.id();
			List<ObjectId> round = said.round(id);
			if (round.size() > 1 && this.exchanged.addAll(round)) {
				aside(id);
				for (int i = 1; i < round.size(); i++) {
					rename(round.get(i), round.get(i - 1).name());
				}
				rename(SaidNames.aside(id), round.get(round.size() - 1).name());
			}
			else if (said.isReplaced(id)) {
				aside(id);
			}
		}
	}

	private void aside(ObjectId id) {
		rename(id, SaidNames.aside(id).name());
	}

	private boolean isHistory(Table table) {
		return this.histories.stream().anyMatch((history) -> history.rows().equals(table.name()));
	}

	/** What rows were stays beside them. */
	private void follow(History history) {
		String rows = this.before.find(history.id()).map((known) -> ((History) known).rows()).orElse(history.rows());
		if (!rows.equals(history.rows())) {
			rename(ObjectId.table(rows), history.rows());
		}
	}

	/** A column that was renamed was the same before. */
	private void followColumns(History history) {
		for (Change change : List.copyOf(this.found)) {
			if (change instanceof Change.Rename rename && rename.id().kind() == ObjectKind.COLUMN
					&& rename.id().table().equals(history.table())) {
				ObjectId kept = ObjectId.column(history.rows(), rename.id().name());
				if (this.before.has(kept) && this.after.has(kept.named(rename.to()))) {
					rename(kept, rename.to());
				}
			}
		}
	}

	private Optional<ObjectId> ask(ObjectId added, List<RenameCandidate> candidates) {
		this.asked.add(added);
		Optional<ObjectId> said = this.questions.said(added).filter(this.before::has);
		if (said.isPresent()) {
			return said;
		}
		return candidates.isEmpty() ? Optional.empty() : this.questions.renamedFrom(added, candidates);
	}

	/**
	 * A join table follows the model it is named after; one whose attribute was renamed
	 * is asked for.
	 */
	private void joinTables() {
		for (Table table : added(this.after.all(Table.class).stream())) {
			JoinShape shape = JoinShape.of(this.after, table.name()).orElse(null);
			if (shape == null) {
				continue;
			}
			List<Table> alike = gone(this.before.all(Table.class).stream()).stream()
				.filter((other) -> JoinShape.of(this.before, other.name()).filter(shape::equals).isPresent())
				.toList();
			if (alike.size() == 1 && shape.pointsInto(this.renamedTables)) {
				rename(alike.get(0).id(), table.name());
			}
			else {
				ask(table.id(), alike.stream().map(Likeness::ofJoinTable).toList())
					.ifPresent((id) -> rename(id, table.name()));
			}
		}
	}

	private void columns(String table) {
		exchange(this.after.columns(table));
		for (int known = -1; known < this.found.size();) {
			known = this.found.size();
			List<Column> added = new ArrayList<>(unasked(this.after.columns(table).stream()));
			added.removeIf((column) -> follow(table, column));
			added.sort(Comparator.comparingInt((Column column) -> -best(table, column)));
			for (Column column : added) {
				ask(column.id(), candidates(table, column)).ifPresent((id) -> rename(id, column.name()));
			}
		}
	}

	private int best(String table, Column column) {
		return candidates(table, column).stream().mapToInt(RenameCandidate::score).max().orElse(0);
	}

	private List<RenameCandidate> candidates(String table, Column column) {
		Likeness likeness = new Likeness(this.before, this.after);
		return gone(this.before.columns(table).stream()).stream()
			.flatMap((other) -> likeness.ofColumns(other, column).stream())
			.sorted(Comparator.comparingInt(RenameCandidate::score).reversed())
			.toList();
	}

	/** The columns of a join table are named after the tables they point to. */
	private boolean follow(String table, Column column) {
		if (JoinShape.of(this.after, table).isEmpty() || !this.questions.follows(column.id())) {
			return false;
		}
		Optional<String> target = target(this.after, column);
		List<Column> gone = gone(this.before.columns(table).stream()).stream()
			.filter((other) -> target.isPresent() && target(this.before, other).equals(target))
			.toList();
		if (gone.size() == 1) {
			rename(gone.get(0).id(), column.name());
		}
		return gone.size() == 1;
	}

	private static Optional<String> target(Schema schema, Column column) {
		return schema.all(ForeignKey.class)
			.stream()
			.filter((key) -> key.table().equals(column.table()) && key.columns().equals(List.of(column.name())))
			.map(ForeignKey::target)
			.findFirst();
	}

	/**
	 * A constraint, an index or a collation with the same definition is the same under
	 * another name.
	 */
	private void sameDefinitions() {
		List<SchemaObject> fresh = added(this.after.objects().stream().filter(RenameSearch::isNamedWithin));
		for (SchemaObject object : fresh) {
			gone(this.before.objects().stream().filter(RenameSearch::isNamedWithin)).stream()
				.filter((other) -> isSame(other, object))
				.findFirst()
				.ifPresent((other) -> {
					makeRoom(other, object.id());
					rename(other.id(), object.id().name());
				});
		}
	}

	/** An index shares its name with those of other tables. */
	private void makeRoom(SchemaObject object, ObjectId to) {
		gone(this.before.objects().stream()).stream()
			.filter((other) -> other.id().name().equals(to.name()) && hasIndex(other) && hasIndex(object))
			.filter((other) -> schema(other).equals(schema(object)) && !other.id().equals(object.id()))
			.findFirst()
			.ifPresent((other) -> aside(other.id()));
	}

	private static boolean hasIndex(SchemaObject object) {
		return switch (object.id().kind()) {
			case INDEX, KEY, UNIQUE, EXCLUSION -> true;
			default -> false;
		};
	}

	private static String schema(SchemaObject object) {
		return TablePath.of(object.id().table()).schema();
	}

	private static boolean isNamedWithin(SchemaObject object) {
		ObjectKind kind = object.id().kind();
		return kind.isConstraint() || kind == ObjectKind.INDEX || kind == ObjectKind.COLLATION;
	}

	private static boolean isSame(SchemaObject before, SchemaObject after) {
		return before.id().kind() == after.id().kind() && before.id().table().equals(after.id().table())
				&& before.after(new Change.Rename(before.id(), after.id().name())).equals(after);
	}

}
