package dev.orm.boot.web;

import dev.orm.Lookups;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * Asks for the lookups that a request may use, for a parameter of a controller: of
 * several beans the qualifier at the parameter chooses.
 */
final class LookupsOfModel extends DependencyDescriptor {

	private final transient ResolvableType type;

	private LookupsOfModel(MethodParameter parameter, ResolvableType type) {
		super(parameter, true);
		this.type = type;
	}

	static Lookups<?> find(BeanFactory beans, MethodParameter parameter, Class<?> model) {
		LookupsOfModel wanted = new LookupsOfModel(parameter,
				ResolvableType.forClassWithGenerics(Lookups.class, model));
		try {
			Object found = ((AutowireCapableBeanFactory) beans).resolveDependency(wanted, null);
			if (found instanceof Lookups<?> lookups) {
				return lookups;
			}
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw new IllegalStateException("""
					%s takes a Condition<%s>, and nothing says what a request may ask for (%s).
					  hint: define a bean of type Lookups<%s>, or name one of several by @Qualifier""".formatted(
					parameter.getExecutable(), model.getSimpleName(), ex.getMessage(), model.getSimpleName()), ex);
		}
		throw new IllegalStateException("No lookups of " + model.getName());
	}

	@Override
	public Class<?> getDependencyType() {
		return Lookups.class;
	}

	@Override
	public ResolvableType getResolvableType() {
		return this.type;
	}

}
