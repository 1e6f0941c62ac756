package dev.orm.attack;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.attack.Sample.Values;
import dev.orm.test.TestDatabase;
import org.springframework.dao.DataAccessException;

/**
 * Short texts that stand for huge numbers or long work. Each may use a core for so long,
 * which does not depend on what else the machine does; the database has a time to answer.
 */
final class NumberAttack implements Attack {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final Duration LONGEST_WORK = Duration.ofSeconds(2);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final long GLANCE_MILLIS = 100;

	/** Threads cannot be stopped; with more of them the machine would be lost. */
	private static final int MOST_RUNNING = 2;

	private static final int LONG = 1_000;

	private static final List<String> NUMBERS = List.of("1e100000000", "1e-100000000", "1e1000000000", "1e-1000000000",
			"9".repeat(200_000), "9".repeat(130_000), "0." + "0".repeat(200_000) + "1", "1e999999999999", "-1e99999999",
			"0e100000000", "1E+2147483647", "1e-2147483648", "NaN", "Infinity", "1_000", "0x1p1000000");

	/** Read before the clock runs: the JDK itself takes a second for the longest. */
	private final Map<String, BigDecimal> decimals = new HashMap<>();

	/** Questions that were given up and may still burn a core. */
	private final AtomicInteger running = new AtomicInteger();

	@Override
	public String name() {
		return "numbers that burn a core";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		NUMBERS.stream()
			.filter((number) -> number.length() > LONG)
			.forEach((number) -> this.decimals.put(number, new BigDecimal(number)));
		try (TestDatabase database = TestDatabase.create(Sample.SCHEMA)) {
			Map<String, Consumer<String>> doors = doors(Sample.orm(database.dataSource()).manager(Values.class));
			do {
				doors.forEach((name, door) -> NUMBERS.forEach((number) -> {
					if (this.running.get() < MOST_RUNNING) {
						ledger.operation();
						ask(ledger, "%s of %.20s (%d characters)".formatted(name, number, number.length()),
								() -> door.accept(number));
					}
				}));
			}
			while (!until.isOver() && this.running.get() == 0);
		}
	}

	private Map<String, Consumer<String>> doors(Manager<Values> values) {
		Map<String, Consumer<String>> doors = new LinkedHashMap<>();
		for (String attribute : List.of("id", "whole", "small", "exact", "price", "binary")) {
			for (String lookup : List.of("", "__lt", "__in")) {
				String path = attribute + lookup;
				Lookups<Values> allowed = Lookups.on(Values.class).allow(path);
				doors.put("request " + path, (text) -> values.filter(allowed.bind(Map.of(path, text))).count());
				doors.put("filter " + path,
						(text) -> values.filter(path, lookup.equals("__in") ? List.of(text) : text).count());
			}
			doors.put("decimal " + attribute, (text) -> values.filter(attribute, decimal(text)).count());
			doors.put("update " + attribute, (text) -> values.update(attribute, text));
		}
		doors.put("get", (text) -> values.filter("pk", text).first());
		doors.put("year", (text) -> values.filter("day__year", text).count());
		doors.put("arithmetic",
				(text) -> values.annotate("x", dev.orm.expression.F.of("exact").times(decimal(text))).list());
		return doors;
	}

	private BigDecimal decimal(String text) {
		BigDecimal known = this.decimals.get(text);
		return (known != null) ? known : new BigDecimal(text);
	}

	private void ask(Ledger ledger, String what, Runnable question) {
		FutureTask<?> answer = new FutureTask<>(question, null);
		Thread thread = new Thread(answer, "number");
		thread.setDaemon(true);
		thread.start();
		try {
			if (!isAnswered(answer, thread)) {
				answer.cancel(true);
				this.running.incrementAndGet();
				ledger.problem("%s: no answer after %s of work".formatted(what, work(thread)));
			}
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			boolean own = cause instanceof DataAccessException || cause instanceof NumberFormatException;
			if (!own) {
				ledger.problem(what + ": " + shortened(String.valueOf(cause)));
			}
			ledger.fault();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean isAnswered(FutureTask<?> answer, Thread thread)
			throws ExecutionException, InterruptedException {
		Deadline patience = Deadline.in(LONGEST_WAIT);
		while (!patience.isOver() && work(thread).compareTo(LONGEST_WORK) < 0) {
			try {
				answer.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
				return true;
			}
			catch (TimeoutException ex) {
				// look at its work, and wait on
			}
		}
		return false;
	}

	/** The time a thread has used a core; nothing once it has ended. */
	private static Duration work(Thread thread) {
		return Duration.ofNanos(Math.max(0, THREADS.getThreadCpuTime(thread.getId())));
	}

	private static String shortened(String text) {
		return (text.length() > 200) ? text.substring(0, 200) + "…" : text;
	}

}
