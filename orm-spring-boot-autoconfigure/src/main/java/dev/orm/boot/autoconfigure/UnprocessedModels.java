package dev.orm.boot.autoconfigure;

import java.util.Collection;
import java.util.List;

import dev.orm.annotation.Table;
import dev.orm.model.EntityBinding;
import dev.orm.model.MissingMetamodelException;
import dev.orm.model.Model;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds models the annotation processor never saw. No index lists them, so that without
 * this the application would start without them and fail at their first use.
 */
final class UnprocessedModels {

	private UnprocessedModels() {
	}

	/**
	 * Refuse to start with them.
	 * @throws MissingMetamodelException naming the first one
	 */
	static void refuse(ConfigurableListableBeanFactory beanFactory, Collection<Class<?>> managed,
			Collection<Class<? extends Model>> indexed, ClassLoader classLoader) {
		for (Class<?> model : managed) {
			if (!indexed.contains(model)) {
				require(model);
			}
		}
		// a scan costs time, so only where nothing else can tell
		if (indexed.isEmpty() && AutoConfigurationPackages.has(beanFactory)) {
			scan(AutoConfigurationPackages.get(beanFactory), classLoader);
		}
	}

	private static void scan(List<String> packages, ClassLoader classLoader) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Table.class));
		scanner.setResourceLoader(new DefaultResourceLoader(classLoader));
		for (String name : packages) {
			for (BeanDefinition candidate : scanner.findCandidateComponents(name)) {
				require(ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), classLoader));
			}
		}
	}

	private static void require(Class<?> model) {
		EntityBinding.of(model.asSubclass(Model.class));
	}

}
