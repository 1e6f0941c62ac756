package dev.orm.boot.check;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.tenancy.TenancyProperties.Policies;
import dev.orm.check.Problem;
import dev.orm.error.OrmException;
import dev.orm.migration.apply.TenantSchemas;
import org.jspecify.annotations.Nullable;

/**
 * Checks models, the databases they rely on, and what requests may ask of them, once all
 * beans are there.
 *
 * @param mode what is looked for
 * @param silence ids of problems that are left unsaid
 * @param database whether tables, columns and constraints are looked at, too
 * @param policies what it means that policies do not keep tenants apart
 * @param schemas the schemas of tenants in a database, by its alias; null if there are
 * none
 * @param findings where warnings go
 * @since 0.1.0
 */
public record CheckedModels(Mode mode, List<String> silence, boolean database, Policies policies,
		@Nullable TenantSchemas schemas, StartFindings findings) {

	/** The problem that policies do not hold. */
	static final String BYPASSED = "tenant-rls-bypassed";

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
			for (Problem problem : lookups.problems(orm)) {
				if (!this.silence.contains(problem.id())) {
					problems.add(problem);
				}
			}
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
		if (!this.database && this.policies == Policies.IGNORED) {
			return List.of();
		}
		try {
			List<Problem> weighed = new ArrayList<>();
			for (Problem problem : this.database ? ofTables(orm) : orm.checkTenants()) {
				weigh(problem, weighed);
			}
			return weighed;
		}
		catch (OrmException ex) {
			this.findings.warn("database-unchecked", "orm.checks.database", ex.getMessage() + ": " + ex.getCause());
			return List.of();
		}
	}

	private List<Problem> ofTables(Orm orm) {
		return (this.schemas != null) ? orm.checkDatabases(this.schemas::schemas) : orm.checkDatabases();
	}

	private void weigh(Problem problem, List<Problem> weighed) {
		if (!problem.id().equals(BYPASSED) || this.policies == Policies.REQUIRED) {
			weighed.add(problem);
		}
		else if (this.policies == Policies.WANTED) {
			weighed.add(Problem.warning(problem.id(), problem.place(), problem.message(), problem.hint()));
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
