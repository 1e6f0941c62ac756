package dev.orm.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * The data sources of which one is to be the default database's, and why none is. Those
 * of aliases are injected by their names only.
 *
 * @param beans the beans
 * @param environment what is said of them
 */
record DefaultDataSources(ConfigurableListableBeanFactory beans, Environment environment) {

	private static final String URL = "spring.datasource.url";

	private List<String> candidates() {
		return Arrays.stream(this.beans.getBeanNamesForType(DataSource.class, true, false))
			.filter(this::isDefaultCandidate)
			.sorted()
			.toList();
	}

	private boolean isDefaultCandidate(String name) {
		return !this.beans.containsBeanDefinition(name)
				|| !(this.beans.getMergedBeanDefinition(name) instanceof AbstractBeanDefinition definition)
				|| (definition.isDefaultCandidate() && definition.isAutowireCandidate());
	}

	private boolean isPrimary(String name) {
		BeanDefinition definition = this.beans.containsBeanDefinition(name) ? this.beans.getMergedBeanDefinition(name)
				: null;
		return definition != null && definition.isPrimary();
	}

	/** Return what is wrong; empty if one is meant. */
	String problem() {
		List<String> all = candidates();
		if (all.isEmpty()) {
			return "there is no data source";
		}
		List<String> primary = all.stream().filter(this::isPrimary).toList();
		if (primary.size() > 1) {
			return "there are %d data sources that are primary: %s".formatted(primary.size(),
					String.join(", ", primary));
		}
		return (all.size() == 1 || !primary.isEmpty()) ? ""
				: "there are %d data sources, and none is primary: %s".formatted(all.size(), String.join(", ", all));
	}

	/** Return the way out. */
	String action() {
		if (!candidates().isEmpty()) {
			return "Mark the one of the ORM as @Primary, or define a Databases bean that lists all the ORM should use, "
					+ "the default one first.";
		}
		return this.environment.containsProperty(URL)
				? "Define a DataSource bean. Spring Boot makes none of " + URL
						+ " where its DataSourceAutoConfiguration is left out, and beside a ConnectionFactory of R2DBC."
				: "Set " + URL + ", or define a DataSource bean.";
	}

}
