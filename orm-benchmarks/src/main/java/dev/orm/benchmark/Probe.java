package dev.orm.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.Contenders;
import dev.orm.benchmark.contender.LeftOutException;
import dev.orm.benchmark.stub.StubDataSource;

/**
 * Runs each contender through each workload before anything is measured: who can, does
 * what the baseline does, and in how many round trips.
 */
final class Probe {

	/** The driver prepares a statement on the server from its fifth use on. */
	private static final int WARM_UP = 7;

	private final RoundTripProxy proxy;

	private final Map<String, Integer> roundTrips = new HashMap<>();

	private final Map<String, String> notes = new HashMap<>();

	private final List<LeftOut> leftOut = new ArrayList<>();

	private final Agreement agreement = new Agreement();

	Probe(RoundTripProxy proxy) {
		this.proxy = proxy;
	}

	void run(List<Workload> workloads) {
		for (String name : Contenders.names()) {
			try (HikariDataSource pool = BenchmarkDatabase.pool(this.proxy.url());
					Contender contender = Contenders.open(name, pool)) {
				this.notes.put(name, contender.note());
				workloads.stream()
					.filter(Workload::needsDatabase)
					.forEach((workload) -> attempt(workload, name, () -> count(workload, name, contender, pool)));
			}
			workloads.stream()
				.filter((workload) -> !workload.needsDatabase())
				.forEach((workload) -> attempt(workload, name, () -> map(workload, name)));
		}
	}

	private void attempt(Workload workload, String contender, Runnable work) {
		try {
			work.run();
		}
		catch (LeftOutException ex) {
			this.leftOut.add(new LeftOut(workload, contender, String.valueOf(ex.getMessage())));
		}
		catch (RuntimeException ex) {
			this.leftOut
				.add(new LeftOut(workload, contender, "failed: " + ex.toString().lines().findFirst().orElse("")));
		}
	}

	private void count(Workload workload, String name, Contender contender, HikariDataSource pool) {
		this.agreement.check(workload, contender, pool);
		for (int i = 0; i < WARM_UP; i++) {
			BenchmarkDatabase.resetItems(pool, workload.items());
			Runnable operation = workload.prepared(contender);
			this.proxy.take();
			operation.run();
			// the fewest: now and then the pool checks a connection that was idle
			this.roundTrips.merge(name + workload, this.proxy.take(), Math::min);
		}
	}

	private void map(Workload workload, String name) {
		int rows = (workload == Workload.MAP_ONE) ? 1 : Contender.ROWS;
		DataSource stub = StubDataSource.orders(rows);
		try (Contender contender = Contenders.open(name, stub)) {
			this.agreement.check(workload, contender, stub);
		}
		this.roundTrips.put(name + workload, -1);
	}

	boolean runs(Workload workload, String contender) {
		return this.roundTrips.containsKey(contender + workload) && this.leftOut.stream()
			.noneMatch((out) -> out.workload() == workload && out.contender().equals(contender));
	}

	void leaveOut(Workload workload, String contender, String reason) {
		this.leftOut.add(new LeftOut(workload, contender, reason));
	}

	/** Return how many contenders run the workloads, added up. */
	int count(List<Workload> workloads) {
		return workloads.stream()
			.mapToInt((workload) -> (int) Contenders.names().stream().filter((name) -> runs(workload, name)).count())
			.sum();
	}

	int roundTrips(Workload workload, String contender) {
		return Objects.requireNonNull(this.roundTrips.get(contender + workload));
	}

	String note(String contender) {
		return this.notes.getOrDefault(contender, "");
	}

	List<LeftOut> leftOut() {
		return List.copyOf(this.leftOut);
	}

}
