package dev.orm.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.RowCursor;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import dev.orm.transaction.Atomic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One application of a {@link History}: it reads and writes numbered rows in every way
 * there is. A row's value only grows, so a value says how much of the past is seen.
 */
final class HistoryApplication {

	private final List<Replicas> replicas;

	private final List<StatementRunner> runners = new ArrayList<>();

	private final List<Database> databases = new ArrayList<>();

	private final ConsistencyTokens tokens;

	private final AtomicLong turn = new AtomicLong();

	/** How many reads were counted to be asked of it. */
	private final AtomicLong reads = new AtomicLong();

	/**
	 * Create the application.
	 * @param replicas its database; several of the same only where a bug is planted: then
	 * each read takes the next, as if no unit of work stayed with a replica
	 */
	HistoryApplication(List<Replicas> replicas) {
		this.replicas = replicas;
		this.tokens = new ConsistencyTokens(() -> replicas.subList(0, 1));
		for (Replicas one : replicas) {
			Database database = Database.of(one);
			this.databases.add(database);
			this.runners.add(new StatementRunner(Databases.of(database), QueryListeners.NONE));
		}
	}

	Replicas replicas() {
		return this.replicas.get(0);
	}

	long reads() {
		return this.reads.get();
	}

	Optional<String> token() {
		return this.tokens.current();
	}

	void require(String token) {
		this.tokens.require(token);
	}

	private int next() {
		return (int) (this.turn.getAndIncrement() % this.databases.size());
	}

	/** Read a row in one of the ways. */
	long read(Random random, int row) {
		this.reads.incrementAndGet();
		int at = next();
		return switch (random.nextInt(8)) {
			case 0 -> readOnly(at, row);
			case 1 -> readOnlyByOthers(at, row);
			case 2 -> readInTransaction(at, row);
			case 3 -> read(at, row, Target.PRIMARY);
			case 4 -> readByCursor(at, row);
			default -> read(at, row, Target.ANY);
		};
	}

	long read(int at, int row, Target target) {
		return this.runners.get(at).query(select(row, target), (rows) -> {
			rows.next();
			return Long.parseLong(rows.getString(1));
		});
	}

	private static StatementCall select(int row, Target target) {
		return StatementCall.reading(Route.DEFAULT.on(target), "SELECT value FROM n WHERE id = " + row, List.of(),
				List.of(), Operation.SELECT, "n");
	}

	private long readOnly(int at, int row) {
		return atomic(at).readOnly().<Long>call(() -> read(at, row, Target.ANY));
	}

	private long readOnlyByOthers(int at, int row) {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setReadOnly(true);
		Long found = new TransactionTemplate(this.databases.get(at).transactionManager(), definition)
			.execute((status) -> jdbc(at).sql("SELECT value FROM n WHERE id = " + row).query(Long.class).single());
		return (found != null) ? found : -1;
	}

	private long readInTransaction(int at, int row) {
		return atomic(at).<Long>call(() -> read(at, row, Target.ANY));
	}

	private long readByCursor(int at, int row) {
		try (RowCursor cursor = this.runners.get(at).cursor(select(row, Target.ANY), 10)) {
			cursor.next();
			return cursor.read((found) -> Long.parseLong(found.getString(1)));
		}
	}

	/** Ask a read-only transaction which servers answer it. */
	List<Long> servers() {
		int at = next();
		return atomic(at).readOnly().call(() -> {
			List<Long> ports = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				ports.add(port(at));
			}
			return ports;
		});
	}

	/** Ask which server answers a read. */
	long port(int at) {
		StatementCall call = StatementCall.reading(Route.DEFAULT, "SELECT inet_server_port()", List.of(), List.of(),
				Operation.SELECT, "");
		return this.runners.get(at).query(call, (rows) -> {
			rows.next();
			return Long.parseLong(rows.getString(1));
		});
	}

	/** Add one to a row in one of the ways; return its value and the server's port. */
	long[] write(Random random, int row) {
		int at = next();
		return switch (random.nextInt(5)) {
			case 0 -> atomic(at).call(() -> update(at, row));
			case 1 -> updateByOthers(at, row);
			case 2 -> new TransactionTemplate(this.databases.get(at).transactionManager())
				.execute((status) -> updateByOthers(at, row));
			case 3 -> atomic(at).call(() -> atomic(at).call(() -> update(at, row)));
			default -> update(at, row);
		};
	}

	/** Write a row and take it back. */
	void writeInVain(int row) {
		int at = next();
		atomic(at).run(() -> {
			update(at, row);
			atomic(at).setRollbackOnly();
		});
	}

	private long[] update(int at, int row) {
		StatementCall call = StatementCall.of(Route.DEFAULT, sql(row), Operation.UPDATE, "n");
		return this.runners.get(at).query(call, (rows) -> {
			rows.next();
			return new long[] { Long.parseLong(rows.getString(1)), Long.parseLong(rows.getString(2)) };
		});
	}

	private long[] updateByOthers(int at, int row) {
		return jdbc(at).sql(sql(row))
			.query((result, number) -> new long[] { result.getLong(1), result.getLong(2) })
			.single();
	}

	private static String sql(int row) {
		return "UPDATE n SET value = value + 1 WHERE id = " + row + " RETURNING value, inet_server_port()";
	}

	private Atomic atomic(int at) {
		return new Atomic(Databases.of(this.databases.get(at)));
	}

	private JdbcClient jdbc(int at) {
		return JdbcClient.create(this.replicas.get(at).dataSource());
	}

}
