package dev.orm.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.orm.attack.Bank.Item;
import dev.orm.test.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Writes the same rows from many threads, each in an order of its own: upserts, bulk
 * updates and deletes by set.
 */
final class DeadlockAttack implements Attack {

	private static final int THREADS = 6;

	private static final int ROWS = 60;

	@Override
	public String name() {
		return "bulk writes of the same rows in shuffled orders";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase.create(Bank.SCHEMA)) {
			Bank bank = new Bank(database.dataSource());
			List<Thread> threads = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				Random random = new Random(i);
				threads.add(new Thread(() -> work(bank, random, ledger, until), "writer-" + i));
			}
			threads.forEach(Thread::start);
			threads.forEach(DeadlockAttack::join);
			long rows = bank.manager(Item.class).count();
			if (rows != ROWS) {
				ledger.doubled(rows + " rows instead of " + ROWS);
			}
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void work(Bank bank, Random random, Ledger ledger, Deadline until) {
		boolean first = true;
		while (first || !until.isOver()) {
			ledger.operation();
			try {
				write(bank, shuffled(random), first || random.nextBoolean());
				first = false;
			}
			catch (PessimisticLockingFailureException ex) {
				ledger.problem("deadlock");
			}
			catch (DataAccessException ex) {
				ledger.problem(String.valueOf(ex));
			}
		}
	}

	private static List<Item> shuffled(Random random) {
		List<Item> items = new ArrayList<>();
		for (long id = 1; id <= ROWS; id++) {
			items.add(new Item(id, random.nextInt(1000)));
		}
		Collections.shuffle(items, random);
		return items;
	}

	private static void write(Bank bank, List<Item> items, boolean upsert) {
		if (upsert) {
			bank.manager(Item.class).bulkCreate(items, (how) -> how.updatingConflicts(List.of("id"), List.of("stock")));
		}
		else {
			bank.manager(Item.class).bulkUpdate(items, "stock");
		}
	}

}
