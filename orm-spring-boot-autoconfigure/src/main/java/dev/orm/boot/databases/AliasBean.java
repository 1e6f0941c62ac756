package dev.orm.boot.databases;

import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * A bean that a static method makes for an alias, from arguments and other beans. Plain
 * arguments are what ahead-of-time processing can write down.
 *
 * @param factory the class of the method
 * @param method its name; no other method of the class has it
 * @param type what it makes
 * @param arguments the first arguments
 * @since 0.1.0
 */
public record AliasBean(Class<?> factory, String method, Class<?> type, List<Object> arguments) {

	public AliasBean {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Describe a bean.
	 * @param factory the class of the method
	 * @param method its name; no other method of the class has it
	 * @param type what it makes
	 * @param arguments the first arguments; the others are injected
	 */
	public AliasBean(Class<?> factory, String method, Class<?> type, Object... arguments) {
		this(factory, method, type, List.of(arguments));
	}

	/**
	 * Register the bean as one that is injected by its alias only, unless there is one of
	 * its name.
	 * @param name the name
	 * @param alias the alias
	 * @param registry where it is registered
	 */
	public void register(String name, String alias, BeanDefinitionRegistry registry) {
		if (!registry.containsBeanDefinition(name)) {
			RootBeanDefinition definition = definition();
			definition.setDefaultCandidate(false);
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, alias));
			registry.registerBeanDefinition(name, definition);
		}
	}

	/**
	 * Describe the bean as one that is injected by its type.
	 * @return a new definition
	 */
	public RootBeanDefinition definition() {
		RootBeanDefinition definition = new RootBeanDefinition(this.factory);
		definition.setTargetType(this.type);
		definition.setFactoryMethodName(this.method);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		for (int i = 0; i < this.arguments.size(); i++) {
			definition.getConstructorArgumentValues().addIndexedArgumentValue(i, this.arguments.get(i));
		}
		return definition;
	}

}
