package dev.orm.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.orm.benchmark.contender.Contenders;

/** What a run has measured so far. Not thread-safe. */
final class Results {

	private final List<Measurement> measurements = new ArrayList<>();

	private final Map<String, Double> compile = new LinkedHashMap<>();

	void add(List<Measurement> more) {
		this.measurements.addAll(more);
	}

	void compile(String name, double value) {
		this.compile.put(name, value);
	}

	Map<String, Double> compile() {
		return this.compile;
	}

	List<Workload> workloads() {
		return this.measurements.stream().map(Measurement::workload).distinct().toList();
	}

	List<String> contenders() {
		return Contenders.names()
			.stream()
			.filter((name) -> this.measurements.stream().anyMatch((found) -> found.contender().equals(name)))
			.toList();
	}

	Optional<Measurement> find(Workload workload, String contender) {
		return this.measurements.stream()
			.filter((found) -> found.workload() == workload && found.contender().equals(contender))
			.findFirst();
	}

	double timeRatio(Measurement measurement) {
		return measurement.times().ratio(baseline(measurement).times());
	}

	double bytesRatio(Measurement measurement) {
		return measurement.bytes() / baseline(measurement).bytes();
	}

	private Measurement baseline(Measurement measurement) {
		return find(measurement.workload(), Contenders.BASELINE).orElseThrow();
	}

	/**
	 * The measurements as JSON objects.
	 * @param delay how long the network took for a round trip, in milliseconds
	 */
	List<String> json(int delay) {
		return this.measurements.stream()
			.map((found) -> String.format(Locale.ROOT,
					"{\"workload\":\"%s\",\"contender\":\"%s\",\"nsPerOp\":%.1f,\"error\":%.1f,\"ratio\":%.3f,"
							+ "\"bytesPerOp\":%.1f,\"roundTrips\":%d,\"delayMillis\":%d}",
					found.workload().title(), found.contender(), found.times().median(), found.error(),
					timeRatio(found), found.bytes(), found.roundTrips(), delay))
			.toList();
	}

}
