package dev.orm.execute;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.cluster.ExpectedReads;
import dev.orm.cluster.Reading;
import dev.orm.cluster.Replicas;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.ReadOnlyTransactionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.routing.Target;
import org.jspecify.annotations.Nullable;

/** The databases of the application, by alias. Immutable. */
public final class Databases {

	private final Map<String, Database> byAlias = new LinkedHashMap<>();

	/**
	 * Create the collection.
	 * @param databases the databases
	 */
	public Databases(Collection<Database> databases) {
		databases.forEach((database) -> this.byAlias.put(database.alias(), database));
	}

	/**
	 * Create the collection.
	 * @param databases the databases
	 * @return the databases
	 */
	public static Databases of(Database... databases) {
		return new Databases(Arrays.asList(databases));
	}

	/**
	 * Return a database.
	 * @param alias its alias
	 * @return the database
	 * @throws IllegalQueryException if there is none of this alias
	 */
	public Database get(String alias) {
		Database database = this.byAlias.get(alias);
		if (database == null) {
			throw new IllegalQueryException("Unknown database '%s'.".formatted(alias),
					UnknownName.of("", alias, this.byAlias.keySet()));
		}
		return database;
	}

	/**
	 * Choose the server of a statement: the only way to a connection.
	 * @param transaction the thread's open transaction, or null
	 * @throws ReadOnlyTransactionException if it writes in a transaction that only reads
	 */
	static StatementServer choose(Database database, StatementCall call, @Nullable CurrentTransaction transaction) {
		refuseChange(database, call, transaction);
		Replicas replicas = database.replicas();
		if (replicas == null) {
			return new StatementServer.Joined(database, false, expected(database, call, transaction));
		}
		boolean joins = transaction != null || ThreadTransaction.hasConnection(database);
		if (!call.reads()) {
			return joins ? new StatementServer.Joined(database, transaction == null, null)
					: new StatementServer.Writing(replicas, replicas.onPrimary(ReadReason.WRITE));
		}
		boolean readOnly = transaction != null && ThreadTransaction.isReadOnly(database);
		if (joins && (readOnly || call.route().target() != Target.REPLICA)) {
			return joined(database, replicas, readOnly);
		}
		return new StatementServer.Chosen(alone(replicas, call));
	}

	private static void refuseChange(Database database, StatementCall call, @Nullable CurrentTransaction transaction) {
		if (transaction != null && call.isChange() && ThreadTransaction.isReadOnly(database)) {
			throw ReadOnlyRefusal.of(call);
		}
	}

	private static StatementServer joined(Database database, Replicas replicas, boolean readOnly) {
		if (!readOnly) {
			replicas.count(Destination.primary(ReadReason.TRANSACTION));
		}
		return new StatementServer.Joined(database, false, null);
	}

	/** Where a statement of a test would go, if its database had replicas. */
	private static @Nullable Destination expected(Database database, StatementCall call,
			@Nullable CurrentTransaction transaction) {
		if (!(database.dataSource() instanceof ExpectedReads expected)) {
			return null;
		}
		if (!call.reads()) {
			return Destination.primary(ReadReason.WRITE);
		}
		boolean open = transaction != null && !transaction.nesting().isLookedThrough();
		boolean readOnly = transaction != null
				&& (ThreadTransaction.isReadOnly(database) || transaction.nesting().isReadOnly());
		if (open && (readOnly || call.route().target() != Target.REPLICA)) {
			return expected.inTransaction(readOnly);
		}
		return switch (call.route().target()) {
			case REPLICA -> expected.onReplica();
			case PRIMARY -> Destination.primary(ReadReason.ASKED);
			case ANY -> expected.alone();
		};
	}

	private static Reading alone(Replicas replicas, StatementCall call) {
		return switch (call.route().target()) {
			case REPLICA -> replicas.onReplica();
			case PRIMARY -> replicas.onPrimary(ReadReason.ASKED);
			case ANY -> replicas.read();
		};
	}

	/**
	 * Choose the server of a cursor outside of transactions.
	 * @param transaction the thread's open transaction, or null
	 * @return the read; null if the database has one server, or the cursor is a part of
	 * the transaction
	 */
	static @Nullable Reading reading(Database database, StatementCall call, @Nullable CurrentTransaction transaction) {
		Replicas replicas = database.replicas();
		if (replicas == null || (transaction != null && call.route().target() != Target.REPLICA)) {
			return null;
		}
		return alone(replicas, call);
	}

	/**
	 * Return the names of all.
	 * @return the aliases, in their order
	 */
	public Set<String> aliases() {
		Set<String> aliases = new LinkedHashSet<>();
		all().forEach((database) -> aliases.add(database.alias()));
		return aliases;
	}

	/**
	 * Return whether there is only one, so that nothing can be of another.
	 * @return true if there is
	 */
	public boolean isOne() {
		return this.byAlias.size() == 1;
	}

	/**
	 * Return the alias of a database with an open transaction on this thread, or null.
	 */
	@Nullable String inTransaction() {
		for (Database database : this.byAlias.values()) {
			if (CurrentTransaction.isActive(database)) {
				return database.alias();
			}
		}
		return null;
	}

	/**
	 * Return all databases.
	 * @return the databases, in the order given
	 */
	public List<Database> all() {
		return List.copyOf(this.byAlias.values());
	}

}
