package dev.orm.boot.test;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseProperties;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.cluster.ExpectedReads;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Lets tell where reads would go of databases whose replicas are left out of the test.
 */
final class ExpectedReplicas implements BeanPostProcessor {

	private final Map<String, DatabaseProperties> databases = new HashMap<>();

	private final BeanFactory beans;

	ExpectedReplicas(Environment environment, BeanFactory beans) {
		this.beans = beans;
		DatabasesProperties.of(environment).databases().forEach((alias, database) -> {
			if (!database.replicas().isEmpty()) {
				String named = database.dataSource();
				this.databases.put((named != null) ? named : new AliasNames(alias).dataSource(), database);
			}
		});
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		DatabaseProperties database = this.databases.get(beanName);
		if (database == null || !(bean instanceof DataSource dataSource)
				|| this.beans.containsBean(OrmTestCustomizer.STANDBYS)) {
			return bean;
		}
		String first = database.replicas().keySet().iterator().next();
		return new ExpectedReads(dataSource, first, database.replicaSettings());
	}

}
