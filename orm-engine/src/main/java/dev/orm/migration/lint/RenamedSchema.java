package dev.orm.migration.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.schema.Change;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;

/**
 * The schema before a migration, by the names its tables and columns have while the
 * changes are made, without the indexes that are gone. Used by one thread.
 */
final class RenamedSchema {

	/** What is gone is not sorted anew. */
	private static final Set<ObjectKind> PARTS = Set.of(ObjectKind.INDEX, ObjectKind.KEY, ObjectKind.UNIQUE,
			ObjectKind.EXCLUSION);

	private final Map<String, String> first = new HashMap<>();

	private Schema schema;

	RenamedSchema(Schema before) {
		this.schema = before;
	}

	/** The schema before by the names of now. */
	Schema now() {
		return this.schema;
	}

	/** The name a table had before. */
	String before(String table) {
		return this.first.getOrDefault(table, table);
	}

	/** Take in a change that was made. */
	void follow(Change change) {
		ObjectKind kind = change.id().kind();
		if (change instanceof Change.Remove removed && PARTS.contains(kind)
				&& this.schema.find(change.id()).filter(removed.object()::equals).isPresent()) {
			this.schema = this.schema.replayed(List.of(change));
		}
		if (!(change instanceof Change.Rename rename) || (kind != ObjectKind.TABLE && kind != ObjectKind.COLUMN)) {
			return;
		}
		if (kind == ObjectKind.TABLE) {
			this.first.put(rename.to(), before(rename.id().name()));
			this.first.remove(rename.id().name());
		}
		// what takes the place of something that was dropped comes from there
		if (this.schema.has(rename.id()) && !this.schema.has(rename.id().named(rename.to()))) {
			this.schema = this.schema.replayed(List.of(rename));
		}
	}

}
