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
			throw new MissingLookupsException(
					"%s takes a %s<%s>".formatted(parameter.getExecutable(),
							parameter.getParameterType().getSimpleName(), model.getSimpleName()),
					model.getSimpleName(), ex);
		}
		throw new MissingLookupsException(parameter.getExecutable() + " takes what is no bean", model.getSimpleName(),
				null);
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
