package dev.orm.cluster;

import java.util.List;

import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Destination;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryLog;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import dev.orm.transaction.Atomic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A table of one number, read and written in each way there is. */
final class Numbers {

	static final String[] SCHEMA = { "CREATE TABLE n (value bigint)", "INSERT INTO n VALUES (0)" };

	private final Databases databases;

	private final StatementRunner runner;

	private final JdbcClient jdbc;

	Numbers(Replicas replicas) {
		this.databases = Databases.of(Database.of(replicas));
		this.runner = new StatementRunner(this.databases, QueryListeners.NONE);
		this.jdbc = JdbcClient.create(replicas.dataSource());
	}

	Atomic atomic() {
		return new Atomic(this.databases);
	}

	PlatformTransactionManager manager() {
		return this.databases.get("default").transactionManager();
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	long read() {
		return read("SELECT value FROM n");
	}

	long read(String sql) {
		return read(sql, Target.ANY);
	}

	long read(String sql, Target target) {
		StatementCall call = StatementCall.reading(Route.DEFAULT.on(target), sql, List.of(), List.of(),
				Operation.SELECT, "n");
		return this.runner.query(call, (rows) -> {
			rows.next();
			return Long.parseLong(rows.getString(1));
		});
	}

	void write(long value) {
		this.runner.update(StatementCall.of(Route.DEFAULT, "UPDATE n SET value = " + value, Operation.UPDATE, "n"));
	}

	/** Add one, and return what is there then. */
	long increment() {
		StatementCall call = StatementCall.of(Route.DEFAULT, "UPDATE n SET value = value + 1 RETURNING value",
				Operation.UPDATE, "n");
		return this.runner.query(call, (rows) -> {
			rows.next();
			return Long.parseLong(rows.getString(1));
		});
	}

	/** Run something and return where its first statement went. */
	static Destination destination(Runnable work) {
		return QueryLog.capture(work).events().get(0).destination();
	}

	boolean isReadFromReplica() {
		return destination(this::read).isReplica();
	}

}
