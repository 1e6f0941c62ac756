package shop.queries;

import java.util.Arrays;

import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint.MetricDescriptor;
import org.springframework.stereotype.Component;

/** Reads the ORM's meters, as the endpoint {@code metrics} tells them. */
@Component
class Meters {

	private final MetricsEndpoint endpoint;

	Meters(MetricsEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	Figures figures() {
		return new Figures(read("orm.transactions"), read("orm.plan.cache.size"), read("orm.plan.cache", "result:hit"),
				read("orm.plan.cache", "result:miss"));
	}

	/** The first value of a meter is its count; one that nothing was told has none. */
	private long read(String meter, String... tags) {
		MetricDescriptor found = this.endpoint.metric(meter, Arrays.asList(tags));
		return (found != null) ? found.getMeasurements().get(0).getValue().longValue() : 0;
	}

	/**
	 * What was counted since the start.
	 *
	 * @param transactions how many ended
	 * @param plans how many shapes of queries are known
	 * @param found how often a query was of a known shape
	 * @param made how often not
	 */
	record Figures(long transactions, long plans, long found, long made) {

	}

}
