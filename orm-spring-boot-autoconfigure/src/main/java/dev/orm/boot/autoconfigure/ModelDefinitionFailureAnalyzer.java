package dev.orm.boot.autoconfigure;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.MissingMetamodelException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains models that contradict each other or themselves. */
final class ModelDefinitionFailureAnalyzer extends AbstractFailureAnalyzer<ModelDefinitionException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ModelDefinitionException cause) {
		if (cause instanceof MissingMetamodelException) {
			return null;
		}
		return new FailureAnalysis("The models of the application cannot be linked:\n\n" + cause.getMessage(),
				"Correct the model named above, or the property or router that says where it lives. "
						+ "If its source code is right, build again from scratch: generated classes may be stale.",
				cause);
	}

}
