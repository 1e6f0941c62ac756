package dev.orm.boot.migration;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Keeps beans of the application that work once all others are there, such as one that
 * loads rows, from working when only a command is to be run: the tables may not be there
 * yet. Spring Boot makes all other beans lazy, and spares these.
 */
final class LazyStarters implements BeanFactoryPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		for (String name : factory.getBeanNamesForType(SmartInitializingSingleton.class, true, false)) {
			Class<?> type = factory.getType(name, false);
			if (type != null && !type.getName().startsWith("org.springframework.")
					&& factory.containsBeanDefinition(name)) {
				factory.getBeanDefinition(name).setLazyInit(true);
			}
		}
	}

}
