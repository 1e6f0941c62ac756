package dev.orm.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * What the annotation of a test class says.
 *
 * @param databases the aliases its tests use
 * @param reset how they leave the databases
 */
record OrmTestSettings(List<String> databases, Reset reset) {

	static @Nullable OrmTestSettings find(Class<?> testClass) {
		AutoConfigureOrm annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureOrm.class);
		return (annotation != null) ? new OrmTestSettings(List.of(annotation.databases()), annotation.reset()) : null;
	}

}
