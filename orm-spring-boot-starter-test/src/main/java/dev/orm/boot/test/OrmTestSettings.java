package dev.orm.boot.test;

import java.util.List;

import dev.orm.observe.RepeatedQueries;
import org.jspecify.annotations.Nullable;

import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * What the annotation of a test class says.
 *
 * @param databases the aliases its tests use
 * @param reset how they leave the databases
 * @param fixtures the files that are loaded
 * @param replicas what stands for replicas
 * @param repeated what is done about queries that should have been one
 */
record OrmTestSettings(List<String> databases, Reset reset, List<String> fixtures, ReplicaUse replicas,
		RepeatedQueries.Mode repeated) {

	static @Nullable OrmTestSettings find(Class<?> testClass) {
		AutoConfigureOrm annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureOrm.class);
		return (annotation != null) ? new OrmTestSettings(List.of(annotation.databases()), annotation.reset(),
				List.of(annotation.fixtures()), annotation.replicas(), annotation.repeated()) : null;
	}

	/** Whether tests run in transactions that end with them. */
	boolean rollsBack() {
		return this.reset == Reset.ROLLBACK && this.replicas == ReplicaUse.NONE;
	}

}
