package dev.orm.boot.autoconfigure;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Spares the binding of {@link OrmProperties} where nobody says anything of the ORM: it
 * looks for each of them in each source, and finds none.
 */
final class UsualProperties implements ImportBeanDefinitionRegistrar {

	private static final String PREFIX = "orm";

	private static final String NAME = PREFIX + "-" + OrmProperties.class.getName();

	private final Environment environment;

	UsualProperties(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importer, BeanDefinitionRegistry registry) {
		if (registry.containsBeanDefinition(NAME) && !isSaid()) {
			BeanDefinition definition = registry.getBeanDefinition(NAME);
			if (definition instanceof AbstractBeanDefinition bound) {
				bound.setInstanceSupplier(OrmProperties::usual);
			}
		}
	}

	/** A source that cannot tell may have something to say. */
	private boolean isSaid() {
		if (!(this.environment instanceof ConfigurableEnvironment configurable)) {
			return true;
		}
		for (PropertySource<?> source : configurable.getPropertySources()) {
			if (!isView(source) && (!(source instanceof EnumerablePropertySource<?> listed) || isSaid(listed))) {
				return true;
			}
		}
		return false;
	}

	/** What shows the other sources, or knows names that begin otherwise. */
	private static boolean isView(PropertySource<?> source) {
		return ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
				|| source instanceof RandomValuePropertySource;
	}

	/** However it is spelled: {@code orm.log}, {@code ORM_LOG}. */
	private static boolean isSaid(EnumerablePropertySource<?> source) {
		for (String name : source.getPropertyNames()) {
			if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
				return true;
			}
		}
		return false;
	}

}
