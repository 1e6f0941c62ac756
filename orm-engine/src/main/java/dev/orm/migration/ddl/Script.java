package dev.orm.migration.ddl;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.schema.ObjectId;

/**
 * The two scripts of a migration. Immutable.
 *
 * @param forward the statements that make the changes, without semicolons
 * @param undo the statements that take them back
 * @param lost the tables and columns whose values the undo does not bring back or throws
 * away
 */
public record Script(List<String> forward, List<String> undo, List<ObjectId> lost) {

	public Script {
		forward = List.copyOf(forward);
		undo = List.copyOf(undo);
		lost = List.copyOf(lost);
	}

	/**
	 * Return the file that runs.
	 * @return SQL
	 */
	public String forwardText() {
		return text(this.forward);
	}

	/**
	 * Return the file that takes it back; its first line says what it loses.
	 * @return SQL
	 */
	public String undoText() {
		String warning = this.lost.isEmpty() ? ""
				: "-- loses " + this.lost.stream().map(ObjectId::path).collect(Collectors.joining(", ")) + "\n";
		return warning + text(this.undo);
	}

	private static String text(List<String> statements) {
		return statements.stream()
			.map((statement) -> statement.startsWith("--") ? statement + "\n" : statement + ";\n")
			.collect(Collectors.joining());
	}

}
