package dev.orm.boot.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.index.IndexFiles;
import dev.orm.model.Model;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
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
 * has one. The beans are there from the start, without Spring making them, and bound to
 * the ORM at their first use: an application pays for those it uses. Where it has a
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
			Map<Class<?>, List<String>> managers = names(beanFactory, AbstractManager.class);
			List<Class<? extends Model>> models = ModelIndex.load(indexes(beanFactory));
			UnprocessedModels.refuse(beanFactory, managers.keySet(), models, this.classLoader);
			for (Class<? extends Model> model : models) {
				if (!isPlain(managers.getOrDefault(model, List.of()), beanFactory)) {
					register(model, registry, beanFactory);
				}
			}
		}
	}

	private IndexFiles indexes(BeanFactory beanFactory) {
		IndexFiles read = beanFactory.getBeanProvider(IndexFiles.class).getIfUnique();
		return (read != null) ? read : IndexFiles.read(this.classLoader);
	}

	/** The definition says what it is; the bean is there, so that nobody makes it. */
	private static void register(Class<? extends Model> model, BeanDefinitionRegistry registry,
			ConfigurableListableBeanFactory beanFactory) {
		String name = NAME_PREFIX + model.getName();
		RootBeanDefinition definition = definition(model);
		registry.registerBeanDefinition(name, definition);
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			make(definition, model);
		}
		else {
			beanFactory.registerSingleton(name, unbound(model, beanFactory));
		}
	}

	/** Whether the application has a bean that is injected as {@code Manager<T>}. */
	private static boolean isPlain(List<String> managers, ConfigurableListableBeanFactory beanFactory) {
		for (String name : managers) {
			if (beanFactory.isTypeMatch(name, Manager.class)) {
				return true;
			}
		}
		return false;
	}

	/** The names of beans that are managers, by model. */
	static Map<Class<?>, List<String>> names(ConfigurableListableBeanFactory beanFactory, Class<?> manager) {
		Map<Class<?>, List<String>> names = new HashMap<>();
		// without creating anything: this runs before the first bean
		for (String name : beanFactory.getBeanNamesForType(manager, true, false)) {
			Class<?> model = type(beanFactory, name).as(AbstractManager.class).getGeneric(0).resolve();
			if (model != null) {
				names.computeIfAbsent(model, (fresh) -> new ArrayList<>()).add(name);
			}
		}
		return names;
	}

	private static ResolvableType type(ConfigurableListableBeanFactory beanFactory, String name) {
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		ResolvableType declared = definition.getResolvableType();
		return !declared.equals(ResolvableType.NONE) ? declared
				: ResolvableType.forClass(beanFactory.getType(name, false));
	}

	/** Ahead of time it is written down how it is made. */
	private static void make(RootBeanDefinition definition, Class<? extends Model> model) {
		definition.setFactoryMethodName("manager");
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, model);
	}

	/** What a manager is a manager of, by which it is injected. */
	private static RootBeanDefinition definition(Class<? extends Model> model) {
		RootBeanDefinition definition = new RootBeanDefinition(ModelManagers.class);
		definition.setTargetType(ResolvableType.forClassWithGenerics(Manager.class, model));
		definition.setSynthetic(true);
		definition.setLazyInit(true);
		definition.setFallback(true);
		// nobody looks through its methods, nor loads what they name, for @EventListener
		definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
		return definition;
	}

	private static <T extends Model> Manager<T> unbound(Class<T> model, BeanFactory beanFactory) {
		return new Manager<>(() -> beanFactory.getBean(Orm.class), model);
	}

	static <T extends Model> Manager<T> manager(Orm orm, Class<T> model) {
		return orm.manager(model);
	}

}
