package dev.orm.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.attack.Sample.Values;
import dev.orm.expression.Condition;
import dev.orm.expression.Q;

/**
 * What a Java machine with a small heap runs: each scenario would need more memory than
 * there is if the library kept what it should not. Started by {@link MemoryAttack}.
 */
public final class SmallHeap {

	private static final String[] ATTRIBUTES = { "whole", "small", "large", "exact", "price", "huge", "binary",
			"single", "flag", "text", "day", "time", "local", "moment", "length", "uid" };

	/**
	 * Bytes: a row of 18 columns, some with texts, and what it knows of its neighbours.
	 */
	private static final long MOST_RETAINED = 4_000;

	private static final int FEWEST_KEPT = 20;

	private SmallHeap() {
	}

	/**
	 * Run a scenario.
	 * @param arguments its name, the URL of the database, how often at most, for how many
	 * milliseconds at most
	 */
	public static void main(String[] arguments) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(arguments[1]);
		config.setMaximumPoolSize(2);
		int times = Integer.parseInt(arguments[2]);
		Deadline until = Deadline.in(Duration.ofMillis(Long.parseLong(arguments[3])));
		try (HikariDataSource pool = new HikariDataSource(config)) {
			Orm orm = Sample.orm(pool);
			Manager<Values> values = orm.manager(Values.class);
			System.out.println("done " + switch (arguments[0]) {
				case "shapes" -> shapes(values, times, until);
				case "updates" -> updates(values, times, until);
				case "kept" -> kept(values, times, until);
				case "stream" -> stream(values);
				default -> throw new IllegalArgumentException(arguments[0]);
			});
		}
	}

	/** Conditions of one term, two terms … each a plan of its own. */
	private static int shapes(Manager<Values> values, int times, Deadline until) {
		Condition<dev.orm.model.Model> condition = Q.of("whole", 0);
		int done = 0;
		for (int i = 1; i <= times && !until.isOver(); i++, done++) {
			condition = condition.or(Q.of(ATTRIBUTES[i % 3], i));
			values.filter(condition).count();
			if (i % 500 == 0) {
				condition = Q.of("large", i);
			}
		}
		return done;
	}

	/** Every set of attributes is a statement of its own. */
	private static int updates(Manager<Values> values, int times, Deadline until) {
		Values row = values.save(new Values());
		int done = 0;
		for (int i = 1; i <= times && !until.isOver(); i++, done++) {
			List<String> fields = new ArrayList<>();
			for (int bit = 0; bit < ATTRIBUTES.length; bit++) {
				if ((i & (1 << bit)) != 0) {
					fields.add(ATTRIBUTES[bit]);
				}
			}
			values.save(row, (how) -> how.updateFields(fields));
		}
		return done;
	}

	/** One instance of each result is kept, and with it little more than its own row. */
	private static int kept(Manager<Values> values, int times, Deadline until) {
		List<Values> kept = new ArrayList<>();
		values.slice(0, 10_000).list();
		long before = used();
		for (int i = 0; i < times && (i < FEWEST_KEPT || !until.isOver()); i++) {
			kept.add(values.slice(0, 10_000).list().get(i));
		}
		long each = (used() - before) / kept.size();
		if (each > MOST_RETAINED) {
			throw new IllegalStateException("a kept instance retains %,d bytes".formatted(each));
		}
		if (kept.stream().map((row) -> row.id).distinct().count() != kept.size()) {
			throw new IllegalStateException("not " + kept.size() + " rows");
		}
		return kept.size();
	}

	private static long used() {
		System.gc();
		Runtime machine = Runtime.getRuntime();
		return machine.totalMemory() - machine.freeMemory();
	}

	/** More rows than fit. */
	private static int stream(Manager<Values> values) {
		try (java.util.stream.Stream<Values> stream = values.stream(500)) {
			long sum = stream.mapToLong((row) -> row.id).sum();
			if (sum == 0) {
				throw new IllegalStateException("no rows");
			}
		}
		return 1;
	}

}
