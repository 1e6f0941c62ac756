package dev.orm.boot.autoconfigure;

import java.util.Arrays;
import java.util.Set;

import javax.sql.DataSource;

import dev.orm.Orm;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
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
				|| !(this.beanFactory instanceof ListableBeanFactory beans)
				|| beans.getBeanNamesForType(Orm.class, true, false).length > 0) {
			return null;
		}
		String wanted = "%s requires a %s".formatted((description != null) ? description : "A component", type);
		if (!this.environment.getProperty("orm.enabled", Boolean.class, true)) {
			return new FailureAnalysis(wanted + ", but the ORM is disabled: orm.enabled is false.",
					"Remove the property orm.enabled, or what requires the ORM.", cause);
		}
		return dataSources(wanted, beans.getBeanNamesForType(DataSource.class, true, false), cause);
	}

	private static @Nullable FailureAnalysis dataSources(String wanted, String[] names,
			NoSuchBeanDefinitionException cause) {
		if (names.length == 1) {
			return null;
		}
		if (names.length == 0) {
			return new FailureAnalysis(wanted + ", but there is no data source.",
					"Set spring.datasource.url, or define a DataSource bean.", cause);
		}
		return new FailureAnalysis(
				"%s, but there are %d data sources, and none is primary: %s.".formatted(wanted, names.length,
						String.join(", ", Arrays.stream(names).sorted().toList())),
				"Mark the one of the ORM as @Primary, or define a Databases bean that lists all the ORM should use, "
						+ "the default one first.",
				cause);
	}

}
