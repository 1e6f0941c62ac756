package dev.orm.migration.online;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.orm.migration.ddl.MovedTypes;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.ddl.TableView;
import dev.orm.migration.detect.Readers;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;

/**
 * Tables that are renamed while others use them: a view stays under the old name until no
 * version uses it, and rows that point to the table by generic keys follow. Used by one
 * plan.
 */
final class RenamedTables {

	private final Schema before;

	private final List<Change> changes;

	private final List<TableView> views = new ArrayList<>();

	private final FollowingViews following;

	RenamedTables(Schema before, List<Change> changes, List<Change.Rename> renames, Map<ObjectId, Exchange> exchanges) {
		this.before = before;
		this.changes = changes;
		renames.forEach((rename) -> this.views.add(new TableView(rename, columns(rename.id().name()))));
		this.following = new FollowingViews(before, changes, this.views, exchanges);
	}

	/** The changes that are left once views have followed their tables. */
	List<Change> left() {
		return this.following.left();
	}

	/** Whether a view reads one of the tables by its old name. */
	boolean isRead(Raw view) {
		return this.views.stream().anyMatch((table) -> Readers.names(view, table.rename()));
	}

	/** The columns a table has before, and their names after. */
	private Map<String, String> columns(String table) {
		Map<String, String> columns = new LinkedHashMap<>();
		this.before.columns(table).forEach((column) -> columns.put(column.name(), column.renamed(this.changes).name()));
		return columns;
	}

	boolean isEmpty() {
		return this.views.isEmpty();
	}

	/** What renames the tables. */
	List<Step> moves() {
		return this.following.moves();
	}

	/** The columns that name one of the tables, after all is renamed. */
	Set<ObjectId> types() {
		Set<ObjectId> types = new HashSet<>();
		if (!isEmpty()) {
			this.before.all(Column.class)
				.stream()
				.filter(Column::isGenericType)
				.forEach((column) -> types.add(column.renamed(this.changes).id()));
		}
		return types;
	}

	/** What brings rows to the new names. */
	List<Step> rows() {
		return this.views.stream()
			.map(TableView::rename)
			.filter((rename) -> !types().isEmpty())
			.map((rename) -> Step.apart(List.of(), false, (schema) -> {
				List<Script> scripts = moved(schema, rename).map((moved) -> moved.move(schema)).toList();
				return new Script(scripts.stream().flatMap((script) -> script.forward().stream()).toList(),
						scripts.stream().flatMap((script) -> script.undo().stream()).toList(), List.of());
			}))
			.toList();
	}

	private static Stream<MovedTypes> moved(Schema schema, Change.Rename rename) {
		return schema.all(Column.class)
			.stream()
			.filter(Column::isGenericType)
			.map((column) -> new MovedTypes(column, rename));
	}

	/** What takes the views away in the end, and what follows rows. */
	List<Step> ends() {
		return this.views.stream().map((view) -> new Step(List.of(), Step.Form.TOGETHER, true, (schema) -> {
			List<String> forward = types(schema, view, MovedTypes::unbound);
			forward.add(view.drop());
			List<String> undo = types(schema, view, MovedTypes::bound);
			undo.add(0, view.create(schema));
			return new Script(forward, undo, List.of());
		})).toList();
	}

	private static List<String> types(Schema schema, TableView view, Function<MovedTypes, List<String>> statements) {
		return new ArrayList<>(
				moved(schema, view.rename()).flatMap((moved) -> statements.apply(moved).stream()).toList());
	}

	/** A step that takes the views away, for as long as they are in its way. */
	Step behind(Step step) {
		List<TableView> touched = this.views.stream()
			.filter((view) -> step.changes().stream().anyMatch(view::isInTheWayOf))
			.toList();
		if (touched.isEmpty()) {
			return step;
		}
		return new Step(step.changes(), step.form(), step.later(), (schema) -> {
			Script script = step.write(schema);
			for (TableView view : touched) {
				script = view.around(script, schema, schema.plus(step.changes()));
			}
			return script;
		});
	}

}
