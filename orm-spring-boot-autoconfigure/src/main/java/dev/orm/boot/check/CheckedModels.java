package dev.orm.boot.check;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.check.OrmCheckProperties.Mode;
import dev.orm.check.Problem;
import dev.orm.error.OrmException;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** Checks models, and the databases they rely on, once all managers are there. */
final class CheckedModels implements SmartInitializingSingleton {

	private final Orm orm;

	private final OrmCheckProperties wanted;

	private final StartFindings findings;

	CheckedModels(Orm orm, OrmCheckProperties wanted, StartFindings findings) {
		this.orm = orm;
		this.wanted = wanted;
		this.findings = findings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.wanted.mode() != Mode.OFF) {
			check();
		}
	}

	private void check() {
		List<Problem> problems = Stream.concat(this.orm.check().stream(), ofDatabases().stream()).toList();
		List<Problem> errors = problems.stream().filter(Problem::isError).toList();
		if (!errors.isEmpty()) {
			throw new ModelProblemsException(errors);
		}
		if (this.wanted.mode() == Mode.WARNINGS) {
			problems.forEach((problem) -> this.findings.warn(problem.id(), problem.place(), problem.text()));
		}
	}

	/** One that does not answer now is no reason not to start. */
	private List<Problem> ofDatabases() {
		try {
			return this.wanted.database() ? this.orm.checkDatabases() : this.orm.checkTenants();
		}
		catch (OrmException ex) {
			this.findings.warn("database-unchecked", "orm.checks.database", ex.getMessage() + ": " + ex.getCause());
			return List.of();
		}
	}

}
