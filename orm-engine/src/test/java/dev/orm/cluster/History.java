package dev.orm.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import dev.orm.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A random history: threads of two applications read and write rows in units of work and
 * outside of any, hand over tokens and tasks, and what they see is compared with what
 * they must. The same seed decides the same steps, though not how they interleave.
 */
final class History {

	static final int ROWS = 6;

	static final String[] SCHEMA = { "CREATE TABLE n (id int PRIMARY KEY, value bigint)",
			"INSERT INTO n SELECT i, 0 FROM generate_series(0, %d) AS i".formatted(ROWS - 1) };

	private static final int THREADS = 8;

	private final List<HistoryApplication> applications;

	private final long seed;

	private final boolean everybodysWrites;

	private final int primaryPort;

	/** What anyone was told that it is stored, by row. */
	private final AtomicLongArray stored = new AtomicLongArray(ROWS);

	private final Queue<Handover> handovers = new ConcurrentLinkedQueue<>();

	private final Queue<String> violations = new ConcurrentLinkedQueue<>();

	private final AtomicInteger stepsLeft;

	private final AtomicLong reads = new AtomicLong();

	private final ExecutorService others = Executors.newFixedThreadPool(4);

	/**
	 * Prepare a history.
	 * @param applications the applications
	 * @param seed decides the steps
	 * @param steps how many reads and writes there are
	 * @param everybodysWrites whether a unit must see what anyone stored before it began
	 * @param primaryPort where writes belong
	 */
	History(List<HistoryApplication> applications, long seed, int steps, boolean everybodysWrites, int primaryPort) {
		this.applications = applications;
		this.seed = seed;
		this.stepsLeft = new AtomicInteger(steps);
		this.everybodysWrites = everybodysWrites;
		this.primaryPort = primaryPort;
	}

	/** Run it and return what should not have been seen. */
	List<String> run() {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			Random random = new Random(this.seed * 31 + i);
			HistoryApplication application = this.applications.get(i % this.applications.size());
			threads.add(new Thread(() -> new Worker(application, random).work(), "history-" + i));
		}
		threads.forEach(Thread::start);
		threads.forEach(History::join);
		this.others.shutdown();
		return List.copyOf(this.violations);
	}

	/** Run it while something is done to the servers, again and again until it ends. */
	List<String> runBeside(Runnable fault) {
		AtomicBoolean over = new AtomicBoolean();
		Thread faults = new Thread(() -> {
			while (!over.get()) {
				fault.run();
			}
		});
		faults.start();
		try {
			return run();
		}
		finally {
			over.set(true);
			join(faults);
		}
	}

	static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	long reads() {
		return this.reads.get();
	}

	/** What one process tells another. */
	@SuppressWarnings("ArrayRecordComponent") // nobody compares them
	record Handover(String token, long[] known) {

	}

	/** One thread. */
	private final class Worker {

		private final HistoryApplication application;

		private final Random random;

		/** What this thread stored. */
		private final long[] own = new long[ROWS];

		/** What this thread stored outside of any unit of work. */
		private final long[] outside = new long[ROWS];

		Worker(HistoryApplication application, Random random) {
			this.application = application;
			this.random = random;
		}

		void work() {
			while (History.this.stepsLeft.get() > 0) {
				try {
					long[] before = History.this.everybodysWrites ? everythingStored() : new long[ROWS];
					if (this.random.nextInt(5) == 0) {
						outside(before);
					}
					else {
						UnitOfWork.run(() -> unit(before));
					}
				}
				catch (RuntimeException ex) {
					History.this.violations.add("failed: " + ex);
				}
			}
		}

		private static void merge(long[] into, long[] from) {
			Arrays.setAll(into, (row) -> Math.max(into[row], from[row]));
		}

		private long[] everythingStored() {
			long[] all = new long[ROWS];
			Arrays.setAll(all, History.this.stored::get);
			return all;
		}

		private void outside(long[] before) {
			long[] known = this.own.clone();
			merge(known, before);
			// each read stands for itself: what the last one saw is not promised
			step(known, new long[ROWS]);
			step(known, new long[ROWS]);
		}

		private void unit(long[] before) {
			long[] known = this.outside.clone();
			merge(known, before);
			Handover told = (this.random.nextInt(3) == 0) ? History.this.handovers.poll() : null;
			if (told != null) {
				this.application.require(told.token());
				merge(known, told.known());
			}
			long[] seen = known.clone();
			int steps = 1 + this.random.nextInt(12);
			for (int i = 0; i < steps; i++) {
				step(known, seen);
			}
			handOver(known);
		}

		private void step(long[] known, long[] seen) {
			History.this.stepsLeft.decrementAndGet();
			int row = this.random.nextInt(ROWS);
			switch (this.random.nextInt(12)) {
				case 0, 1 -> write(row, known, seen);
				case 2 -> this.application.writeInVain(row);
				case 3 -> transaction();
				case 4 -> elsewhere(() -> read(row, known, seen));
				default -> read(row, known, seen);
			}
		}

		private void elsewhere(Runnable task) {
			if (UnitOfWork.current() != null) {
				CompletableFuture.runAsync(UnitOfWork.carry(task), History.this.others).join();
			}
			else {
				task.run();
			}
		}

		private void write(int row, long[] known, long[] seen) {
			long[] answer = this.application.write(this.random, row);
			if (answer[1] != History.this.primaryPort) {
				History.this.violations.add("a write went to port " + answer[1]);
			}
			known[row] = Math.max(known[row], answer[0]);
			seen[row] = Math.max(seen[row], answer[0]);
			this.own[row] = Math.max(this.own[row], answer[0]);
			if (UnitOfWork.current() == null) {
				this.outside[row] = Math.max(this.outside[row], answer[0]);
			}
			History.this.stored.accumulateAndGet(row, answer[0], Math::max);
		}

		private void transaction() {
			List<Long> servers = this.application.servers();
			if (servers.stream().distinct().count() != 1) {
				History.this.violations.add("a transaction went to " + servers);
			}
		}

		private void read(int row, long[] known, long[] seen) {
			History.this.reads.incrementAndGet();
			long value = this.application.read(this.random, row);
			if (value < known[row]) {
				History.this.violations.add("missed a write: row %d is %d, not %d".formatted(row, value, known[row]));
			}
			else if (value < seen[row]) {
				History.this.violations.add("went back: row %d was %d, is %d".formatted(row, seen[row], value));
			}
			seen[row] = Math.max(seen[row], value);
		}

		private void handOver(long[] known) {
			if (this.random.nextInt(3) == 0) {
				@Nullable String token = this.application.token().orElse(null);
				if (token != null) {
					History.this.handovers.add(new Handover(token, known.clone()));
				}
			}
		}

	}

}
