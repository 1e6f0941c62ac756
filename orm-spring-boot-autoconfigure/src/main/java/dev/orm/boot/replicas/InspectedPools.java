package dev.orm.boot.replicas;

import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.work.Inspection;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;

/**
 * Lets Spring Boot's health of pools look at a database without being taken for a writer:
 * where a pool has a query that tests connections, that is sent in autocommit. What
 * indicators of the application send counts as ever.
 */
final class InspectedPools implements BeanPostProcessor {

	private static final String BEAN = "dbHealthContributor";

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (beanName.equals(BEAN) && bean instanceof HealthContributor contributor) ? inspecting(contributor)
				: bean;
	}

	private static HealthContributor inspecting(HealthContributor contributor) {
		if (contributor instanceof CompositeHealthContributor several) {
			return new Several(several);
		}
		return (contributor instanceof DataSourceHealthIndicator pool)
				? (HealthIndicator) () -> Objects.requireNonNull(Inspection.of(pool::health)) : contributor;
	}

	/** The pools of several data sources. */
	private record Several(CompositeHealthContributor pools) implements CompositeHealthContributor {

		@Override
		public @Nullable HealthContributor getContributor(String name) {
			HealthContributor found = this.pools.getContributor(name);
			return (found != null) ? inspecting(found) : null;
		}

		@Override
		public Stream<Entry> stream() {
			return this.pools.stream().map((entry) -> new Entry(entry.name(), inspecting(entry.contributor())));
		}

	}

}
