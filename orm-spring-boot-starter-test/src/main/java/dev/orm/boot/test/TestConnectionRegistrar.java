package dev.orm.boot.test;

import dev.orm.boot.databases.AliasBean;
import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseConnectionDetails;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.execute.Database;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Lets each alias of {@code orm.databases} connect to an embedded database. */
final class TestConnectionRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	TestConnectionRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		DatabasesProperties properties = DatabasesProperties.of(this.environment);
		EmbeddedUse embedded = new EmbeddedUse((ConfigurableEnvironment) this.environment);
		properties.databases().forEach((alias, database) -> {
			boolean connects = (database.url() != null) || !alias.equals(Database.DEFAULT);
			AliasNames names = new AliasNames(alias);
			if (connects && database.dataSource() == null && embedded.insteadOf(names.property("url"))) {
				registry.registerBeanDefinition(names.bean("TestConnectionDetails"),
						new AliasBean(TestConnections.class, "details", DatabaseConnectionDetails.class, alias)
							.definition());
			}
		});
	}

}
