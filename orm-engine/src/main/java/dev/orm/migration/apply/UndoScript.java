package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.migration.files.IrreversibleLine;
import dev.orm.migration.files.ScriptStatements;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;

/**
 * The script that takes a migration back. Immutable.
 *
 * @param title the migration, as in {@code V0002__product_title}
 * @param file where it is, as people see it
 * @param sql its text
 * @param apart whether it runs outside of a transaction
 */
record UndoScript(String title, String file, String sql, boolean apart) {

	/** Where only the driver knows how statements end. */
	private static final Pattern NESTED = Pattern
		.compile("(?is)\\bBEGIN\\s+ATOMIC\\b|/\\*(?:[^*/]++|\\*(?!/)|/(?!\\*))*+/\\*");

	/** Refuse what a line of the script says cannot be taken back now. */
	void requireReversible(Connection connection) throws SQLException {
		for (IrreversibleLine line : IrreversibleLine.in(this.sql)) {
			if (line.condition().isEmpty() || isSo(connection, line.condition())) {
				throw new MigrationException(MigrationProblem.IRREVERSIBLE, this.title,
						"%s cannot be taken back%s: %s.\n  hint: change %s so that it can, and delete its line 'orm:irreversible'"
							.formatted(this.title, line.condition().isEmpty() ? "" : " while " + line.condition(),
									line.reason(), this.file),
						null);
			}
		}
	}

	private static boolean isSo(Connection connection, String condition) throws SQLException {
		boolean alone = connection.getAutoCommit();
		Savepoint before = alone ? null : connection.setSavepoint();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT " + condition)) {
			return row.next() && row.getBoolean(1);
		}
		catch (SQLException ex) {
			// an undo before this one brings back first what it speaks of
			if (ex.getSQLState() == null || !ex.getSQLState().startsWith("42")) {
				throw ex;
			}
			if (before != null) {
				connection.rollback(before);
			}
			return false;
		}
	}

	/** Run the statements, so that one that fails is known by its line. */
	void run(Connection connection) throws SQLException {
		requireReversible(connection);
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
			throw new MigrationException(problem, this.title,
					"Cannot take back %s: %s:%d: %s. %s%s".formatted(this.title, this.file, line(place),
							ex.getMessage(), left(place), MigrationFailure.hint(problem)),
					ex);
		}
	}

	/** What is left of a script that failed at a place. */
	private String left(int place) {
		boolean done = this.apart && !ScriptStatements.split(this.sql.substring(0, place)).isEmpty();
		return done
				? "It counts as applied, but runs in no transaction: what comes before that line is taken back. Run the same again once the cause is corrected"
				: "It stays applied.";
	}

	/** The line of a place, from 1. */
	private long line(int place) {
		return 1 + this.sql.substring(0, Math.max(0, place)).chars().filter((letter) -> letter == '\n').count();
	}

}
