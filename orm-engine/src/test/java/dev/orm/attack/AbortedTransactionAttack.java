package dev.orm.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.Orm;
import dev.orm.attack.Bank.Item;
import dev.orm.test.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Transactions that the server has given up while the application goes on: no block may
 * end as if it had committed, and no hook may run.
 */
final class AbortedTransactionAttack implements Attack {

	@Override
	public String name() {
		return "transactions aborted behind the ORM's back";
	}

	/** What a block does besides writing a row. */
	private record Trick(String name, Block block, boolean commits) {

	}

	/** The content of a block. */
	private interface Block {

		void run(Orm orm, JdbcClient client);

	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase.create(Bank.SCHEMA)) {
			Bank bank = new Bank(database.dataSource());
			JdbcClient client = JdbcClient.create(database.dataSource());
			long id = 0;
			do {
				for (Trick trick : tricks()) {
					id++;
					attack(trick, bank.orm(), client, id, ledger);
				}
			}
			while (!until.isOver());
			if (database.connectionsInUse() != 0) {
				ledger.problem(database.connectionsInUse() + " connections were never given back");
			}
		}
	}

	private static List<Trick> tricks() {
		List<Trick> tricks = new ArrayList<>();
		tricks.add(new Trick("nothing", (orm, client) -> {
		}, true));
		tricks.add(new Trick("a failed statement, caught", (orm, client) -> failAndCatch(client), false));
		tricks.add(new Trick("a failed statement in an inner block, caught",
				(orm, client) -> innerAndCatch(orm, () -> client.sql("SELECT 1 / 0").query().singleRow()), true));
		tricks.add(new Trick("a failed statement, caught, in an inner block",
				(orm, client) -> innerAndCatch(orm, () -> failAndCatch(client)), true));
		tricks.add(new Trick("a failed statement in a block without savepoint",
				(orm, client) -> orm.atomic().savepoint(false).run(() -> failAndCatch(client)), false));
		tricks.add(new Trick("a write of the ORM that fails, caught", (orm, client) -> {
			try {
				orm.manager(Item.class).save(new Item(-1L, -1));
			}
			catch (DataAccessException ex) {
				// as careless code does
			}
		}, false));
		return tricks;
	}

	private static void failAndCatch(JdbcClient client) {
		try {
			client.sql("SELECT 1 / 0").query().singleRow();
		}
		catch (DataAccessException ex) {
			// as careless code does
		}
	}

	private static void innerAndCatch(Orm orm, Runnable work) {
		try {
			orm.atomic().run(work);
		}
		catch (DataAccessException | TransactionException ex) {
			// only the inner block is lost
		}
	}

	private static void attack(Trick trick, Orm orm, JdbcClient client, long id, Ledger ledger) {
		ledger.operation();
		AtomicInteger hooks = new AtomicInteger();
		boolean done = true;
		try {
			orm.atomic().run(() -> {
				orm.manager(Item.class).save(new Item(id, 1));
				orm.atomic().onCommit(hooks::incrementAndGet);
				trick.block().run(orm, client);
			});
		}
		catch (DataAccessException | TransactionException ex) {
			done = false;
			ledger.fault();
		}
		boolean stored = orm.manager(Item.class).filter("pk", id).exists();
		if (done && !stored) {
			ledger.lost(trick.name() + ": the block ended, nothing is stored");
		}
		if (!done && stored) {
			ledger.doubled(trick.name() + ": the block failed, its row is stored");
		}
		if (done != trick.commits()) {
			ledger.problem(trick.name() + ": " + (done ? "committed" : "did not commit"));
		}
		if ((hooks.get() == 1) != stored) {
			ledger.problem("%s: %d hooks ran, the row is %s".formatted(trick.name(), hooks.get(),
					stored ? "stored" : "not stored"));
		}
	}

}
