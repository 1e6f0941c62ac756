package dev.orm.boot.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Prepares contexts of tests that use the ORM. */
final class OrmTestCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		OrmTestSettings settings = OrmTestSettings.find(testClass);
		return (settings != null) ? new OrmTestCustomizer(settings.fixtures(), settings.replicas(), settings.repeated())
				: null;
	}

}
