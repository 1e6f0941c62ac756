package dev.orm.migration.apply;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.error.detail.ConnectionProblem;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of Flyway means, and the way out: by Flyway's own codes, the state
 * of the history and the server's code. Immutable.
 */
final class MigrationFailure {

	private static final List<MigrationState> FAILED = List.of(MigrationState.FAILED, MigrationState.FUTURE_FAILED,
			MigrationState.MISSING_FAILED);

	private static final List<MigrationState> LATE = List.of(MigrationState.IGNORED);

	private static final List<MigrationState> MISSING = List.of(MigrationState.MISSING_SUCCESS);

	private final Flyway flyway;

	MigrationFailure(Flyway flyway) {
		this.flyway = flyway;
	}

	/** What Flyway says, and what code in Java threw, which it keeps to itself. */
	MigrationException of(FlywayException failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof MigrationException)) {
			cause = cause.getCause();
		}
		MigrationException known = (cause instanceof MigrationException thrown) ? thrown : null;
		MigrationProblem problem = (known != null) ? known.problem() : problem(failure);
		String said = String.valueOf(failure.getMessage()).strip();
		String reason = String.valueOf(cause.getMessage());
		String whole = said.contains(reason) ? said : said + " " + reason;
		return new MigrationException(problem, (known != null) ? known.migration() : "",
				said(problem, whole) + hint(problem, failure), failure);
	}

	/** Whoever is not let in is told why by the server. */
	private static String hint(MigrationProblem problem, FlywayException failure) {
		ConnectionProblem known = (problem == MigrationProblem.UNREACHED) ? ConnectionProblem.of(failure) : null;
		return (known != null) ? "\n  hint: " + known.hint() + ". Nothing ran" : hint(problem);
	}

	/** What was not done, as the server refused. */
	static MigrationException of(String undone, SQLException failure) {
		MigrationProblem problem = problem(failure);
		return new MigrationException(problem, "", undone + ": " + failure.getMessage() + hint(problem), failure);
	}

	/** Expressions were not compared, so nobody knows what differs. */
	static MigrationException ofComparison(SQLException failure) {
		MigrationProblem problem = problem(failure);
		String hint = switch (problem) {
			case RIGHTS -> "the server spells expressions its own way, which temporary tables tell: GRANT TEMPORARY ON "
					+ "DATABASE to the role that asks, or let the owner of the tables ask";
			case READ_ONLY ->
				"the server spells expressions its own way, which temporary tables tell: ask the primary, as a "
						+ "role without default_transaction_read_only";
			default -> "nothing was changed: run again once the server does its work";
		};
		return new MigrationException(problem, "",
				"The database cannot be compared: " + failure.getMessage() + "\n  hint: " + hint, failure);
	}

	/** A problem that the history tells of. */
	MigrationException of(MigrationProblem problem) {
		return new MigrationException(problem, "", said(problem, "") + hint(problem), null);
	}

	/** Where Flyway takes another file for a changed one, its advice is no good. */
	private String said(MigrationProblem problem, String whole) {
		Renumbering renumbering = new Renumbering(this.flyway);
		return switch (problem) {
			case RENUMBERED -> renumbering.find()
				.stream()
				.map((moved) -> moved.told().toString())
				.collect(Collectors.joining(", ", "Ran under an old version: ", "."));
			case REPLACED -> renumbering.replaced()
				.stream()
				.map((moved) -> "%s ran here, not %s".formatted(moved.ran().title(), moved.now().title()))
				.collect(Collectors.joining(", ", "", "."));
			default -> prefix(problem) + whole;
		};
	}

	private String prefix(MigrationProblem problem) {
		String named = switch (problem) {
			case FAILED_BEFORE -> named(FAILED);
			case LATE -> named(LATE);
			case MISSING -> named(MISSING);
			default -> "";
		};
		return named.isEmpty() ? "A migration failed: " : named + ": ";
	}

	private String named(List<MigrationState> states) {
		return in(states).stream().map(MigrationStatus::title).collect(Collectors.joining(", "));
	}

	private List<MigrationInfo> in(List<MigrationState> states) {
		try {
			// a baseline beside migrations that ran is passed over, and not late
			return Arrays.stream(this.flyway.info().all())
				.filter((info) -> states.contains(info.getState()) && !info.getType().isBaseline())
				.toList();
		}
		catch (FlywayException ex) {
			return List.of();
		}
	}

	static String hint(MigrationProblem problem) {
		return problem.hint().isEmpty() ? "" : "\n  hint: " + problem.hint();
	}

	private MigrationProblem problem(FlywayException failure) {
		if (failure.getErrorCode() == CoreErrorCode.DUPLICATE_VERSIONED_MIGRATION) {
			return MigrationProblem.FORK;
		}
		if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
			return MigrationProblem.NOT_EMPTY;
		}
		if (failure instanceof FlywayValidateException
				|| failure.getErrorCode() == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
			return invalid(failure);
		}
		if (lacksModule(failure)) {
			return MigrationProblem.MODULE;
		}
		MigrationProblem problem = sql(failure).map(MigrationFailure::problem).orElse(MigrationProblem.OTHER);
		boolean told = problem == MigrationProblem.LOGIN || problem == MigrationProblem.POOLER;
		return (failure.getErrorCode() == CoreErrorCode.DB_CONNECTION && !told) ? MigrationProblem.UNREACHED : problem;
	}

	/** Flyway has no code for a database that none of its modules takes. */
	private static boolean lacksModule(FlywayException failure) {
		String said = String.valueOf(failure.getMessage());
		return said.contains("No Flyway database plugin found to handle jdbc:postgresql")
				|| said.contains("Unsupported Database: PostgreSQL");
	}

	/** What of the history is not as the files are, the worst first. */
	private MigrationProblem invalid(FlywayException failure) {
		if (!in(FAILED).isEmpty()) {
			return MigrationProblem.FAILED_BEFORE;
		}
		if (String.valueOf(failure.getMessage()).contains("mismatch")) {
			return mismatch();
		}
		if (!in(LATE).isEmpty()) {
			return MigrationProblem.LATE;
		}
		return in(MISSING).isEmpty() ? MigrationProblem.OTHER : MigrationProblem.MISSING;
	}

	/** A file was changed, got another version, or is not the one that ran at all. */
	private MigrationProblem mismatch() {
		Renumbering renumbering = new Renumbering(this.flyway);
		if (!renumbering.find().isEmpty()) {
			return MigrationProblem.RENUMBERED;
		}
		return renumbering.replaced().isEmpty() ? MigrationProblem.EDITED : MigrationProblem.REPLACED;
	}

	private static Optional<SQLException> sql(@Nullable Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && ex.getSQLState() != null) {
				return Optional.of(ex);
			}
		}
		return Optional.empty();
	}

	/** What the server means. */
	static MigrationProblem problem(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		String message = String.valueOf(failure.getMessage());
		return switch (state) {
			case "28000", "28P01", "3D000" -> MigrationProblem.LOGIN;
			case "55P03" -> MigrationProblem.LOCK_TIMEOUT;
			case "57P01", "57P02", "57P03", "57P05" -> MigrationProblem.LOST_CONNECTION;
			case "26000", "42P05" -> MigrationProblem.POOLER;
			case "2BP01" -> MigrationProblem.DEPENDENTS;
			case "42501" -> MigrationProblem.RIGHTS;
			case "25006" -> MigrationProblem.READ_ONLY;
			case "58P01" -> MigrationProblem.EXTENSION;
			case "3F000" -> MigrationProblem.SCHEMA;
			case "42704" -> message.contains("collation \"") ? MigrationProblem.COLLATION : MigrationProblem.STATEMENT;
			case "0A000" -> ofFeature(message);
			default -> byClass(state.substring(0, Math.min(2, state.length())));
		};
	}

	private static MigrationProblem ofFeature(String message) {
		if (message.contains("alter type of a column used")) {
			return MigrationProblem.DEPENDENTS;
		}
		return message.contains("extension \"") ? MigrationProblem.EXTENSION : MigrationProblem.STATEMENT;
	}

	private static MigrationProblem byClass(String kind) {
		return switch (kind) {
			case "08" -> MigrationProblem.LOST_CONNECTION;
			case "22", "23" -> MigrationProblem.ROWS;
			default -> MigrationProblem.STATEMENT;
		};
	}

}
