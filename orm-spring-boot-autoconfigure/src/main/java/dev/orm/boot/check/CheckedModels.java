package dev.orm.boot.check;

import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.check.OrmCheckProperties.Mode;
import dev.orm.check.Problem;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** Checks models once all managers are there. */
final class CheckedModels implements SmartInitializingSingleton {

	private final Orm orm;

	private final Mode mode;

	private final StartFindings findings;

	CheckedModels(Orm orm, Mode mode, StartFindings findings) {
		this.orm = orm;
		this.mode = mode;
		this.findings = findings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.mode != Mode.OFF) {
			check();
		}
	}

	private void check() {
		List<Problem> problems = this.orm.check();
		List<Problem> errors = problems.stream().filter(Problem::isError).toList();
		if (!errors.isEmpty()) {
			throw new ModelProblemsException(errors);
		}
		if (this.mode == Mode.WARNINGS) {
			problems.forEach((problem) -> this.findings.warn(problem.id(), problem.place(), problem.text()));
		}
	}

}
