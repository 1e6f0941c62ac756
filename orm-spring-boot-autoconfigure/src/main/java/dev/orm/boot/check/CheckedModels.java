package dev.orm.boot.check;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.check.Problem;
import dev.orm.error.OrmException;

/**
 * Checks models, the databases they rely on, and what requests may ask of them, once all
 * beans are there.
 *
 * @param mode what is looked for
 * @param silence ids of problems that are left unsaid
 * @param database whether tables, columns and constraints are looked at, too
 * @param findings where warnings go
 * @since 0.1.0
 */
public record CheckedModels(Mode mode, List<String> silence, boolean database, StartFindings findings) {

	public CheckedModels {
		silence = List.copyOf(silence);
	}

	/**
	 * Check the models.
	 * @param orm knows them
	 * @param lookups what requests may ask for
	 * @throws ModelProblemsException if some cannot work
	 */
	public void look(Orm orm, CheckedLookups lookups) {
		if (this.mode != Mode.OFF) {
			List<Problem> problems = new ArrayList<>(orm.check());
			problems.addAll(ofDatabases(orm));
			lookups.problems(orm)
				.stream()
				.filter((problem) -> !this.silence.contains(problem.id()))
				.forEach(problems::add);
			if (!problems.isEmpty()) {
				tell(problems);
			}
		}
	}

	private void tell(List<Problem> problems) {
		List<Problem> errors = problems.stream().filter(Problem::isError).toList();
		if (!errors.isEmpty()) {
			throw new ModelProblemsException(errors);
		}
		if (this.mode == Mode.WARNINGS) {
			problems.forEach((problem) -> this.findings.warn(problem.id(), problem.place(), problem.text()));
		}
	}

	/** One that does not answer now is no reason not to start. */
	private List<Problem> ofDatabases(Orm orm) {
		try {
			return this.database ? orm.checkDatabases() : orm.checkTenants();
		}
		catch (OrmException ex) {
			this.findings.warn("database-unchecked", "orm.checks.database", ex.getMessage() + ": " + ex.getCause());
			return List.of();
		}
	}

	/** What is looked for at the start. */
	public enum Mode {

		/** Errors, which end the start. */
		ERRORS,

		/** Errors, and warnings, which are logged. */
		WARNINGS,

		/** Nothing. */
		OFF

	}

}
