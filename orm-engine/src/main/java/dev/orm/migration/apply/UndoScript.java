package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.migration.files.ScriptStatements;

/**
 * The script that takes a migration back. Immutable.
 *
 * @param title the migration, as in {@code V0002__product_title}
 * @param file the name of its file
 * @param sql its text
 * @param apart whether it runs outside of a transaction
 */
record UndoScript(String title, String file, String sql, boolean apart) {

	/** Where only the driver knows how statements end. */
	private static final Pattern NESTED = Pattern.compile("(?is)\\bBEGIN\\s+ATOMIC\\b|/\\*(?:(?!\\*/).)*/\\*");

	/** Run the statements, so that one that fails is known by its line. */
	void run(Connection connection) throws SQLException {
		boolean whole = !this.apart && NESTED.matcher(this.sql).find();
		int place = 0;
		try (Statement statement = connection.createStatement()) {
			for (String one : whole ? List.of(this.sql) : ScriptStatements.split(this.sql)) {
				place = this.sql.indexOf(one, place);
				run(statement, one, place);
				place += one.length();
			}
		}
	}

	private void run(Statement statement, String one, int place) throws SQLException {
		if (one.isBlank()) {
			return;
		}
		try {
			statement.execute(one);
		}
		catch (SQLException ex) {
			MigrationProblem problem = MigrationFailure.problem(ex);
			throw new MigrationException(problem, this.title, "Cannot take back %s: undo/%s:%d: %s. It stays applied.%s"
				.formatted(this.title, this.file, line(place), ex.getMessage(), MigrationFailure.hint(problem)), ex);
		}
	}

	/** The line of a place, from 1. */
	private long line(int place) {
		return 1 + this.sql.substring(0, Math.max(0, place)).chars().filter((letter) -> letter == '\n').count();
	}

}
