package dev.orm.boot.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.meta.ModelIndex;
import dev.orm.model.Model;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.ResolvableType;

/**
 * Registers a {@code Manager<T>} bean for each model in the index, unless the application
 * has one. The beans are lazy: an application pays for those it injects. Where it has a
 * manager class of its own for a model, that one is meant by whatever both fit.
 */
final class ModelManagers implements BeanDefinitionRegistryPostProcessor, BeanClassLoaderAware {

	private static final String NAME_PREFIX = "ormManager.";

	private ClassLoader classLoader = ModelManagers.class.getClassLoader();

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (registry instanceof ConfigurableListableBeanFactory beanFactory) {
			Set<Class<?>> managed = managedModels(beanFactory, AbstractManager.class);
			Set<Class<?>> plain = managedModels(beanFactory, Manager.class);
			List<Class<? extends Model>> models = ModelIndex.load(this.classLoader);
			UnprocessedModels.refuse(beanFactory, managed, models, this.classLoader);
			for (Class<? extends Model> model : models) {
				if (!plain.contains(model)) {
					registry.registerBeanDefinition(NAME_PREFIX + model.getName(), definition(model, beanFactory));
				}
			}
		}
	}

	private static Set<Class<?>> managedModels(ConfigurableListableBeanFactory beanFactory, Class<?> manager) {
		Set<Class<?>> models = new HashSet<>();
		// without creating anything: this runs before the first bean
		for (String name : beanFactory.getBeanNamesForType(manager, true, false)) {
			Class<?> model = type(beanFactory, name).as(AbstractManager.class).getGeneric(0).resolve();
			if (model != null) {
				models.add(model);
			}
		}
		return models;
	}

	private static ResolvableType type(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		ResolvableType declared = definition.getResolvableType();
		return !declared.equals(ResolvableType.NONE) ? declared
				: ResolvableType.forClass(beanFactory.getType(name, false));
	}

	/** Nobody wraps them: post-processors would look at each of their methods. */
	private static RootBeanDefinition definition(Class<? extends Model> model, BeanFactory beanFactory) {
		RootBeanDefinition definition = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) ? described(model)
				: supplied(model, beanFactory);
		definition.setTargetType(ResolvableType.forClassWithGenerics(Manager.class, model));
		definition.setSynthetic(true);
		definition.setLazyInit(true);
		definition.setFallback(true);
		return definition;
	}

	/** A factory method would be looked for by reflection. */
	private static RootBeanDefinition supplied(Class<? extends Model> model, BeanFactory beanFactory) {
		RootBeanDefinition definition = new RootBeanDefinition(Manager.class);
		definition.setInstanceSupplier(() -> manager(beanFactory.getBean(Orm.class), model));
		return definition;
	}

	/** A factory method can be written down ahead of time, a supplier cannot. */
	private static RootBeanDefinition described(Class<? extends Model> model) {
		RootBeanDefinition definition = new RootBeanDefinition(ModelManagers.class);
		definition.setFactoryMethodName("manager");
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, model);
		return definition;
	}

	static <T extends Model> Manager<T> manager(Orm orm, Class<T> model) {
		return orm.manager(model);
	}

}
