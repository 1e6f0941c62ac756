package dev.orm.boot.autoconfigure;

import dev.orm.observe.QueryListener;
import dev.orm.observe.QueryObservations;
import dev.orm.observe.QueryMeters;
import dev.orm.observe.QueryTracer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class OrmMetricsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(OrmMetricsAutoConfiguration.class, OrmObservationAutoConfiguration.class));

	private final ApplicationContextRunner withRegistries = this.contextRunner
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(ObservationRegistry.class, ObservationRegistry::create);

	@Test
	void timesStatementsWhereThereIsAMeterRegistry() {
		this.withRegistries
			.run((context) -> assertThat(context).hasSingleBean(QueryMeters.class).doesNotHaveBean(QueryTracer.class));
	}

	@Test
	void observesStatementsWhenAskedToAndThenDoesNotTimeThemTwice() {
		this.withRegistries.withPropertyValues("orm.observation.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(QueryObservations.class)
				.doesNotHaveBean(QueryMeters.class));
	}

	@Test
	void doesNotTimeStatementsWhenToldNotTo() {
		this.withRegistries.withPropertyValues("orm.metrics.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(QueryMeters.class));
	}

	@Test
	void doesNothingWhenTheOrmIsDisabled() {
		this.withRegistries.withPropertyValues("orm.enabled=false", "orm.observation.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(QueryMeters.class)
				.doesNotHaveBean(QueryTracer.class));
	}

	@Test
	void backsOffForATracerOfTheUser() {
		this.withRegistries.withPropertyValues("orm.observation.enabled=true")
			.withBean("ownTracer", QueryTracer.class, () -> (database, sql, operation, collection) -> (event) -> {
			})
			.run((context) -> assertThat(context).hasSingleBean(QueryTracer.class).hasBean("ownTracer"));
	}

	@Test
	void doesNothingWithoutRegistries() {
		this.contextRunner.withPropertyValues("orm.observation.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(QueryListener.class)
				.doesNotHaveBean(QueryTracer.class));
	}

	@Test
	void startsWithoutMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OrmMetricsAutoConfiguration.class));
	}

}
