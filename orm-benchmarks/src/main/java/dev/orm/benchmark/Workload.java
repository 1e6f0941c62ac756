package dev.orm.benchmark;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.stub.StubDataSource;

/** The workloads of the suite, in the order of the report. */
enum Workload {

	BY_KEY("1 get by key", "ReadBenchmark.byKey", (contender) -> contender.byKey(7)),

	ENTITIES("2 a thousand rows to entities", "ReadBenchmark.entities", Contender::entities),

	FILTERED("3 filter over two relations, ordered, limited", "ReadBenchmark.filtered",
			(contender) -> contender.filtered("Region 3", 5000)),

	PARENTS("4 a hundred parents with ten children each", "ReadBenchmark.parents", Contender::parents),

	NESTED("5 a thousand nested records", "ReadBenchmark.nested", Contender::nested),

	INSERT("6 insert 10,000 with keys", "WriteBenchmark.insert", (contender) -> contender.insert().run()),

	UPDATE("7 update 1,000 entities", "WriteBenchmark.update", (contender) -> contender.update().run()),

	UPSERT("8 upsert 10,000, half there", "WriteBenchmark.upsert", (contender) -> contender.upsert().run()),

	GROUPED("9 grouped aggregate over a relation", "ReadBenchmark.grouped", Contender::grouped),

	LOCK("10 lock and update, 64 threads", "LockBenchmark.lockAndUpdate", (contender) -> contender.lockAndUpdate(7)),

	MAP_ONE("mapping only, one row", "MappingBenchmark.mapOne",
			(contender) -> contender.byKey(StubDataSource.FIRST_KEY)),

	MAP_THOUSAND("mapping only, a thousand rows", "MappingBenchmark.mapThousand", Contender::entities);

	private final String title;

	private final String benchmark;

	private final Consumer<Contender> operation;

	Workload(String title, String benchmark, Consumer<Contender> operation) {
		this.title = title;
		this.benchmark = benchmark;
		this.operation = operation;
	}

	String title() {
		return this.title;
	}

	/** The pattern by which JMH finds it. */
	String pattern() {
		return this.benchmark.replace(".", "\\.") + "$";
	}

	boolean needsDatabase() {
		return this != MAP_ONE && this != MAP_THOUSAND;
	}

	/** The workloads that are repeated with a slow network. */
	static List<Workload> delayed() {
		return List.of(BY_KEY, PARENTS, INSERT, UPDATE, LOCK);
	}

	/** How many rows of the items table it starts with. */
	int items() {
		return switch (this) {
			case UPDATE, LOCK -> Contender.UPDATES;
			case UPSERT -> Contender.WRITES / 2;
			default -> 0;
		};
	}

	/** Prepare the operation and run it. */
	void run(Contender contender) {
		this.operation.accept(contender);
	}

	/** Prepare the operation; only running it is measured. */
	Runnable prepared(Contender contender) {
		return switch (this) {
			case INSERT -> contender.insert();
			case UPDATE -> contender.update();
			case UPSERT -> contender.upsert();
			default -> () -> run(contender);
		};
	}

}
