package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.orm.schema.Change;
import dev.orm.schema.History;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;

/**
 * Follows the triggers that keep what rows were through changes. Their function names
 * columns in its text, which no rename reaches: it is dropped before, and made when all
 * else is done. Used by one writer.
 */
final class HistoryScript {

	private final Consumer<String> statements;

	/** What is there, or will be once all is done. */
	private Map<ObjectId, History> current = new LinkedHashMap<>();

	private final Set<ObjectId> waiting = new LinkedHashSet<>();

	HistoryScript(Schema before, Consumer<String> statements) {
		this.statements = statements;
		before.all(History.class).forEach((history) -> this.current.put(history.id(), history));
	}

	void add(History history) {
		this.current.put(history.id(), history);
		this.waiting.add(history.id());
	}

	void remove(History history) {
		this.current.remove(history.id());
		if (!this.waiting.remove(history.id())) {
			drop(history);
		}
	}

	/** Drop what a rename would leave with names that are gone. */
	void rename(Change.Rename rename) {
		Map<ObjectId, History> renamed = new LinkedHashMap<>();
		for (History history : new ArrayList<>(this.current.values())) {
			History after = history.after(rename);
			boolean there = !this.waiting.remove(history.id());
			if (there && !after.equals(history)) {
				drop(history);
			}
			if (!there || !after.equals(history)) {
				this.waiting.add(after.id());
			}
			renamed.put(after.id(), after);
		}
		this.current = renamed;
	}

	private void drop(History history) {
		HistoryStatements.drop(history).forEach(this.statements);
	}

	/** Make what waits. */
	void end() {
		List<History> all = new ArrayList<>();
		this.waiting.forEach((id) -> all.add(this.current.get(id)));
		all.forEach((history) -> HistoryStatements.create(history).forEach(this.statements));
	}

}
