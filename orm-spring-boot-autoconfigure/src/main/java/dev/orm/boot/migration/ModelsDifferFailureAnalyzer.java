package dev.orm.boot.migration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains models that are not what the journal says. */
final class ModelsDifferFailureAnalyzer extends AbstractFailureAnalyzer<ModelsDifferException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ModelsDifferException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Run ./mvnw orm:makemigrations, or set orm.migrations.model-check=warn.", cause);
	}

}
