package dev.orm.boot.autoconfigure;

import java.util.Optional;

import dev.orm.OrmBuilder;
import dev.orm.automatic.CurrentUser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * What sets fields, from the application's beans: a class that {@code @Automatic} or
 * {@code @OnDelete} names is its bean of that class, else made with its dependencies; the
 * {@link CurrentUser} bean says who writes.
 *
 * @param beans the beans
 * @param user who writes
 */
record AutomaticValueBeans(AutowireCapableBeanFactory beans, ObjectProvider<CurrentUser> user) {

	void applyTo(OrmBuilder builder) {
		builder.automaticValues(this::value).currentUser(this::currentUser);
	}

	private Object value(Class<?> type) {
		Object bean = this.beans.getBeanProvider(type).getIfAvailable();
		return (bean != null) ? bean : this.beans.createBean(type);
	}

	private Optional<?> currentUser() {
		CurrentUser current = this.user.getIfAvailable();
		return (current != null) ? current.get() : Optional.empty();
	}

}
