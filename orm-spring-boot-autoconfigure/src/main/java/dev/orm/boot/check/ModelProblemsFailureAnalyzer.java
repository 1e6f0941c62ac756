package dev.orm.boot.check;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which models cannot work, and how they would. */
final class ModelProblemsFailureAnalyzer extends AbstractFailureAnalyzer<ModelProblemsException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, ModelProblemsException cause) {
		String policies = isBypassed(cause) ? " On a machine of development, where it is meant to be so:"
				+ " orm.tenancy.policies=wanted for a warning, or ignored." : "";
		return new FailureAnalysis("Models cannot work as they are written:\n\n" + cause.getMessage(),
				"Follow the hints. To start nevertheless, silence one by its id: orm.checks.silence, or"
						+ " meta.silence(...) in its model." + policies,
				cause);
	}

	private static boolean isBypassed(ModelProblemsException cause) {
		return cause.problems().stream().anyMatch((problem) -> problem.id().equals(CheckedModels.BYPASSED));
	}

}
