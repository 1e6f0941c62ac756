package dev.orm.migration.lint;

import java.util.List;
import java.util.Optional;

import dev.orm.migration.files.IrreversibleLine;

/**
 * A rule about what takes a migration back, which is not seen in the script that runs.
 * Immutable.
 *
 * @param file the undo script, there or not
 * @param undo its text; empty if there is no such file
 * @param needed whether there should be one
 */
public record UndoRule(String file, Optional<String> undo, boolean needed) implements LintRule {

	/** The name of the rule. */
	public static final String ID = "data-irreversible";

	@Override
	public String id() {
		return ID;
	}

	@Override
	public List<Finding> check(LintedMigration migration) {
		if (this.undo.isPresent()) {
			return refused(migration.title(), this.undo.get());
		}
		return this.needed ? List.of(new Finding(ID, Severity.WARN, migration.title(), "it cannot be taken back",
				"write %s, empty if there is nothing to undo".formatted(this.file))) : List.of();
	}

	/**
	 * Return what an undo script says itself that it cannot do.
	 * @param title the migration
	 * @param undo the script
	 * @return a warning for each of its lines
	 */
	public static List<Finding> refused(String title, String undo) {
		return IrreversibleLine.in(undo)
			.stream()
			.map((line) -> new Finding(ID, Severity.WARN, title,
					"it cannot be taken back%s: %s"
						.formatted(line.condition().isEmpty() ? "" : " where rows ask for a value", line.reason()),
					"say a value by fill=TABLE.COLUMN=VALUE as it is made, or write one into the undo and delete its line"))
			.toList();
	}

}
