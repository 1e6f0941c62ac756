package dev.orm.boot.autoconfigure;

import dev.orm.meta.ModelIndex;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/**
 * Explains a manager that cannot be injected because nobody listed its model. Ahead of
 * Spring Boot's own analyzer, whose advice to define a bean would lead nowhere.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingManagerFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String MANAGER = "dev.orm.Manager";

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> model = model(cause.getResolvableType());
		if (model == null || cause.getNumberOfBeansFound() > 0 || isListed(model)) {
			return null;
		}
		String message = "%s requires a manager of %s, but no index of models on the class path lists that class."
			.formatted((description != null) ? description : "A component", model.getName());
		return new FailureAnalysis(message, ProcessorSetup.ADVICE, cause);
	}

	private static boolean isListed(Class<?> model) {
		return ModelIndex.load(model.getClassLoader()).contains(model);
	}

	private static @Nullable Class<?> model(@Nullable ResolvableType type) {
		if (type == null || !MANAGER.equals(type.toClass().getName())) {
			return null;
		}
		Class<?> model = type.getGeneric(0).resolve();
		return (model != null && Model.class.isAssignableFrom(model)) ? model : null;
	}

}
