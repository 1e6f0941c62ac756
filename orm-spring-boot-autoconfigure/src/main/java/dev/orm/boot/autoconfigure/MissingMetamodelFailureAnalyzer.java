package dev.orm.boot.autoconfigure;

import dev.orm.model.MissingMetamodelException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a model whose metamodel was not generated. */
final class MissingMetamodelFailureAnalyzer extends AbstractFailureAnalyzer<MissingMetamodelException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingMetamodelException cause) {
		String description = "Model %s has no generated metamodel: the annotation processor did not run when it was compiled."
			.formatted(cause.modelClass().getName());
		return new FailureAnalysis(description, ProcessorSetup.ADVICE, cause);
	}

}
