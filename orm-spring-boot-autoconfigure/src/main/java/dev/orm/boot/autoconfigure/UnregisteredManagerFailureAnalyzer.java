package dev.orm.boot.autoconfigure;

import dev.orm.AbstractManager;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Explains a manager class of the application that is no bean: it is not annotated, or
 * outside the packages that are scanned.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnregisteredManagerFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		ResolvableType type = cause.getResolvableType();
		Class<?> manager = (type != null) ? type.resolve() : null;
		if (manager == null || cause.getNumberOfBeansFound() > 0 || !AbstractManager.class.isAssignableFrom(manager)
				|| manager.getName().startsWith("dev.orm.Manager")) {
			return null;
		}
		String wanted = "%s requires %s, a manager that is no bean"
			.formatted((description != null) ? description : "A component", manager.getName());
		return MergedAnnotations.from(manager).isPresent(Component.class) ? unscanned(wanted, manager, cause)
				: new FailureAnalysis(wanted + ": it is not annotated.", "Annotate it with @Component.", cause);
	}

	/** Which packages are scanned, nobody knows any more once the start has failed. */
	private static FailureAnalysis unscanned(String wanted, Class<?> manager, NoSuchBeanDefinitionException cause) {
		return new FailureAnalysis(wanted
				+ ": its package, %s, is not below that of the @SpringBootApplication class, and no other is scanned."
					.formatted(manager.getPackageName()),
				"Move it there, or name its package by @SpringBootApplication(scanBasePackages = ...).", cause);
	}

}
