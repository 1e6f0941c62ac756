package dev.orm.migration.online;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.orm.schema.Change;
import dev.orm.schema.History;
import dev.orm.schema.Schema;

/**
 * Which tables are changed while others use them, by the names they have before, while
 * and after they are renamed. What rows were is changed as they are. Immutable.
 *
 * @param said what was said of tables, by their names before
 * @param former the names before, by those after
 * @param owners the tables whose rows' past others hold
 */
record OnlineTables(Predicate<String> said, Map<String, String> former,
		Map<String, String> owners) implements Predicate<String> {

	static OnlineTables of(Predicate<String> said, Schema before, List<Change> changes) {
		Map<String, String> former = new HashMap<>();
		Set<String> passedOn = new HashSet<>();
		for (Change.Rename rename : Change.tableRenames(changes)) {
			passedOn.addAll(passedOn(rename, changes));
			String name = rename.id().name();
			former.put(rename.to(), former.getOrDefault(name, name));
		}
		Map<String, String> owners = new HashMap<>();
		before.all(History.class).forEach((history) -> owners.put(history.rows(), history.table()));
		return new OnlineTables((table) -> !passedOn.contains(table) && said.test(table), former, owners);
	}

	/** Both names, if one is another table's, before or after: no view can have it. */
	private static List<String> passedOn(Change.Rename rename, List<Change> changes) {
		boolean passedOn = Change.tableRenames(changes)
			.stream()
			.anyMatch((other) -> other.to().equals(rename.id().name()) || other.id().name().equals(rename.to()));
		return passedOn ? List.of(rename.id().name(), rename.to()) : List.of();
	}

	@Override
	public boolean test(String table) {
		String name = this.former.getOrDefault(table, table);
		return this.said.test(this.owners.getOrDefault(name, name)) || this.said.test(table);
	}

}
