package dev.orm.migration.online;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.orm.migration.ddl.TableView;
import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;

/**
 * Views of the models' own that read tables which are renamed while others use them: each
 * follows its table at once, so that it is never missing, and is changed to what the
 * models say where all else is. Used by one plan.
 */
final class FollowingViews {

	private static final Pattern VIEW = Pattern.compile("(?is)\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?VIEW\\b.*");

	private final Schema before;

	private final List<Change> changes;

	private final List<TableView> tables;

	/** The views, as they are before. */
	private final Map<ObjectId, Raw> views = new LinkedHashMap<>();

	FollowingViews(Schema before, List<Change> changes, List<TableView> tables, Map<ObjectId, Exchange> exchanges) {
		this.before = before;
		this.changes = changes;
		this.tables = tables;
		exchanges.values().forEach((exchange) -> {
			if (exchange.removed().object() instanceof Raw view && !exchange.isSame() && follows(view)) {
				this.views.put(view.id(), view);
			}
		});
		exchanges.replaceAll((id, exchange) -> {
			Raw view = this.views.get(id);
			return (view != null) ? new Exchange(new Change.Remove(followed(view)), exchange.added()) : exchange;
		});
	}

	/** Whether its text is clear enough to be read by other names of tables. */
	private boolean follows(Raw view) {
		List<TableView> read = this.tables.stream().filter((table) -> Readers.names(view, table.rename())).toList();
		return !read.isEmpty() && VIEW.matcher(view.create()).matches() && !view.drop().isEmpty()
				&& read.stream().noneMatch((table) -> isAmbiguous(view, table))
				&& this.changes.stream().noneMatch((change) -> isRenamedAtOnce(change, view))
				&& this.before.all(Raw.class)
					.stream()
					.noneMatch(
							(other) -> !other.equals(view) && Readers.names(other, ObjectId.column("", view.name())));
	}

	/** Whether it names something else that is renamed, before or beside the tables. */
	private boolean isRenamedAtOnce(Change change, Raw view) {
		return change instanceof Change.Rename rename
				&& this.tables.stream().noneMatch((table) -> table.rename().equals(rename))
				&& Readers.names(view, rename);
	}

	/** Whether a column, or another name of a table, is called like the table. */
	private boolean isAmbiguous(Raw view, TableView table) {
		String name = TablePath.of(table.rename().id().name()).name();
		return this.before.all(Column.class).stream().anyMatch((column) -> column.name().equals(name))
				|| Pattern.compile("(?i)\\bAS\\s+\"?" + Pattern.quote(name) + "\\b").matcher(view.create()).find();
	}

	private Raw followed(Raw view) {
		Raw followed = view;
		for (TableView table : this.tables) {
			followed = table.follow(followed);
		}
		return followed;
	}

	/** The changes that are left once the views have followed their tables. */
	List<Change> left() {
		List<Change> left = new ArrayList<>();
		for (Change change : this.changes) {
			Raw view = this.views.get(change.id());
			if (view == null) {
				left.add(change);
			}
			else if (isDisturbed(view) || !new Change.Add(followed(view)).equals(added(view))) {
				left.add((change instanceof Change.Remove) ? new Change.Remove(followed(view)) : change);
			}
		}
		return left;
	}

	/** Whether a column it may read changes or goes, for which it has to make room. */
	private boolean isDisturbed(Raw view) {
		return this.changes.stream()
			.filter((change) -> change instanceof Change.Replace || change instanceof Change.Remove)
			.filter((change) -> change.id().kind() == ObjectKind.COLUMN)
			.anyMatch((change) -> Readers.mayName(view, change.id()));
	}

	private Change added(Raw view) {
		return this.changes.stream()
			.filter((change) -> change instanceof Change.Add && change.id().equals(view.id()))
			.findFirst()
			.orElseThrow();
	}

	/** What renames the tables, and takes the views along. */
	List<Step> moves() {
		List<Step> steps = new ArrayList<>();
		Map<ObjectId, Raw> now = new LinkedHashMap<>(this.views);
		for (TableView table : this.tables) {
			List<Raw> readers = now.values().stream().filter((view) -> Readers.names(view, table.rename())).toList();
			List<Change> changes = new ArrayList<>(List.of(table.rename()));
			readers.forEach((reader) -> changes.add(new Change.Remove(reader)));
			readers.forEach((reader) -> changes.add(new Change.Add(table.follow(reader))));
			readers.forEach((reader) -> now.put(reader.id(), table.follow(reader)));
			steps.add(new Step(changes, Step.Form.TOGETHER, false, (schema) -> table.leave(schema, readers)));
		}
		return steps;
	}

}
