package dev.orm.boot.autoconfigure;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Binds the application's own managers to the {@link Orm} before anybody uses them. */
final class ManagerBinding implements BeanPostProcessor {

	private final ObjectProvider<Orm> orm;

	ManagerBinding(ObjectProvider<Orm> orm) {
		this.orm = orm;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractManager<?, ?> manager && !isBound(bean)) {
			this.orm.getObject().bind(manager);
		}
		return bean;
	}

	private static boolean isBound(Object bean) {
		return bean instanceof Manager<?> || bean instanceof RelatedManager<?>;
	}

}
