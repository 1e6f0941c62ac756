package dev.orm.boot.check;

import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.test.OrmTest;
import dev.orm.boot.test.library.Library;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** An application with tenants that logs in as a superuser. */
@OrmTest
@ContextConfiguration(classes = Library.class)
class BypassedPolicyTests {

	private static final String BYPASSED = "tenant-rls-bypassed";

	private final ApplicationContextRunner application;

	BypassedPolicyTests(@Autowired JdbcConnectionDetails details) {
		this.application = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
					OrmAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + details.getJdbcUrl(),
					"spring.datasource.hikari.maximum-pool-size=1");
	}

	@Test
	void theApplicationDoesNotStartAndIsToldHowItWould() {
		this.application.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ModelProblemsFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(
					"Policies that keep tenants apart do not hold for 'postgres', the role of database 'default'");
			assertThat(analysis.getAction()).contains("orm.tenancy.policies=wanted");
		});
	}

	@Test
	void wherePoliciesAreWantedItIsAWarning() {
		this.application.withPropertyValues("orm.tenancy.policies=wanted")
			.run((context) -> assertThat(context.getBean(StartFindings.class).all())
				.extracting(StartFindings.Finding::id)
				.contains(BYPASSED));
	}

	@Test
	void whereTheyAreIgnoredNothingIsSaid() {
		this.application.withPropertyValues("orm.tenancy.policies=ignored")
			.run((context) -> assertThat(context.getBean(StartFindings.class).all())
				.extracting(StartFindings.Finding::id)
				.doesNotContain(BYPASSED));
		this.application.withPropertyValues("orm.tenancy.policies=ignored", "orm.checks.database=true")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("db-column")
				.hasMessageNotContaining(BYPASSED));
	}

}
