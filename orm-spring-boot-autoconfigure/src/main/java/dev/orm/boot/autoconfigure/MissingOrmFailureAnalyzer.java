package dev.orm.boot.autoconfigure;

import java.util.Set;

import dev.orm.Orm;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains why there is no ORM, and so no manager, to inject: it was disabled, or there
 * is no data source, or several of which none is primary. Ahead of those who would advise
 * to define a bean, or to let the annotation processor run.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingOrmFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final Set<String> PROVIDED = Set.of("dev.orm.Manager", "dev.orm.Orm", "dev.orm.transaction.Atomic",
			"dev.orm.execute.Databases");

	private final BeanFactory beanFactory;

	private final Environment environment;

	MissingOrmFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		ResolvableType type = cause.getResolvableType();
		if (type == null || !PROVIDED.contains(type.toClass().getName()) || cause.getNumberOfBeansFound() > 0
				|| !(this.beanFactory instanceof ConfigurableListableBeanFactory beans)
				|| beans.getBeanNamesForType(Orm.class, true, false).length > 0) {
			return null;
		}
		String wanted = "%s requires a %s".formatted((description != null) ? description : "A component", type);
		String enabled = this.environment.getProperty("orm.enabled", "true");
		if (!enabled.equalsIgnoreCase("true")) {
			return new FailureAnalysis(wanted + ", but the ORM is disabled: orm.enabled is %s.".formatted(enabled),
					"Remove the property orm.enabled, or what requires the ORM.", cause);
		}
		DefaultDataSources sources = new DefaultDataSources(beans, this.environment);
		String problem = sources.problem();
		return problem.isEmpty() ? null
				: new FailureAnalysis(wanted + ", but " + problem + ".", sources.action(), cause);
	}

}
