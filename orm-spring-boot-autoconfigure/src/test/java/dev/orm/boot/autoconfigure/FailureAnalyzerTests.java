package dev.orm.boot.autoconfigure;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.EntityBinding;
import dev.orm.model.MissingMetamodelException;
import dev.orm.model.Model;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class FailureAnalyzerTests {

	@Test
	void aModelWithoutMetamodelIsAnsweredWithWhatToAddToTheBuild() {
		Throwable failure = new BeanCreationException("orm", catchThrowable(() -> EntityBinding.of(Forgotten.class)));
		FailureAnalysis analysis = new MissingMetamodelFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains(Forgotten.class.getName());
		assertThat(analysis.getAction()).contains("annotationProcessorPaths", "<artifactId>orm-processor</artifactId>",
				"maven.compiler.proc", "annotationProcessor(");
	}

	@Test
	void modelsThatContradictEachOtherAreAnsweredWithTheEnginesWords() {
		Throwable failure = new BeanCreationException("orm", new ModelDefinitionException("Two models are named Tag"));
		FailureAnalysis analysis = new ModelDefinitionFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("Two models are named Tag");
		assertThat(analysis.getAction()).contains("build again");
	}

	@Test
	void aMissingMetamodelIsNoContradiction() {
		Throwable failure = catchThrowable(() -> EntityBinding.of(Forgotten.class));
		assertThat(failure).isInstanceOf(MissingMetamodelException.class);
		assertThat(new ModelDefinitionFailureAnalyzer().analyze(failure)).isNull();
	}

	static class Forgotten extends Model {

	}

}
