package dev.orm.boot.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties of the ORM are bound where something is said of it, and else known. */
class UsualPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void whatIsKnownIsWhatWouldBeBound() {
		OrmProperties bound = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("orm",
				OrmProperties.class);
		assertThat(OrmProperties.usual()).isEqualTo(bound);
	}

	@Test
	void nothingIsSaidSoNothingIsBound() {
		this.runner.run((context) -> assertThat(context.getBean(OrmProperties.class)).isEqualTo(OrmProperties.usual()));
	}

	@Test
	void onePropertyIsEnoughToBindThem() {
		this.runner.withPropertyValues("orm.log.sites=true").run((context) -> {
			assertThat(context.getBean(OrmProperties.class).log().sites()).isTrue();
			assertThat(context.getBean(OrmProperties.class).checks()).isEqualTo(OrmProperties.usual().checks());
		});
	}

	@Test
	void aVariableOfTheSystemIsSaidToo() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("ORM_SLOWQUERY_PLANS", "true"))))
			.run((context) -> assertThat(context.getBean(OrmProperties.class).slowQuery().plans()).isTrue());
	}

}
