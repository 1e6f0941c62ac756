package dev.orm.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Threads that move money and order things while faults happen, and remember what each of
 * them was told. Afterwards the books are compared with what was told.
 */
final class Tellers {

	private static final int ITEMS = 3;

	private final Bank bank;

	private final Ledger ledger;

	private final Map<UUID, Told> transfers = new ConcurrentHashMap<>();

	private final Map<UUID, Told> orders = new ConcurrentHashMap<>();

	Tellers(Bank bank, Ledger ledger) {
		this.bank = bank;
		this.ledger = ledger;
	}

	/** What a caller knows of an operation. */
	private enum Told {

		DONE, REFUSED, UNKNOWN

	}

	/** Something that causes a fault, again and again. */
	interface Fault {

		void cause() throws InterruptedException;

	}

	/** Work with some threads, and cause faults in this one. */
	void work(int threads, Deadline until, Fault fault) {
		List<Thread> tellers = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			Random random = new Random(i);
			Thread teller = new Thread(() -> work(random, until), "teller-" + i);
			tellers.add(teller);
			teller.start();
		}
		try {
			while (!until.isOver()) {
				fault.cause();
			}
			for (Thread teller : tellers) {
				teller.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void work(Random random, Deadline until) {
		while (!until.isOver()) {
			UUID token = new UUID(random.nextLong(), random.nextLong());
			this.ledger.operation();
			if (random.nextBoolean()) {
				long source = 1L + random.nextInt(Bank.ACCOUNTS);
				long target = 1 + (source + random.nextInt(Bank.ACCOUNTS - 1)) % Bank.ACCOUNTS;
				this.transfers.put(token, told(() -> this.bank.transfer(token, source, target, random.nextInt(100))));
			}
			else {
				List<Long> items = random.longs(ITEMS, 1, Bank.ITEMS + 1).boxed().distinct().toList();
				this.orders.put(token, told(() -> this.bank.order(token, items, 1 + random.nextInt(3))));
			}
		}
	}

	private Told told(Runnable operation) {
		try {
			operation.run();
			return Told.DONE;
		}
		catch (TransactionSystemException ex) {
			this.ledger.unknown();
			return Told.UNKNOWN;
		}
		catch (DataAccessException | TransactionException ex) {
			return Told.REFUSED;
		}
		catch (RuntimeException ex) {
			this.ledger.problem("an error that is none of the ORM's nor Spring's: " + ex);
			return Told.REFUSED;
		}
	}

	/** Compare the books, read by plain JDBC, with what the callers were told. */
	void audit(JdbcClient books) {
		sum(books, "SELECT sum(balance) FROM attack_account", Bank.ACCOUNTS * Bank.OPENING);
		sum(books, "SELECT (SELECT sum(stock) FROM attack_item) + coalesce((SELECT sum(quantity) FROM attack_line), 0)",
				(long) Bank.ITEMS * Bank.STOCK);
		sum(books, """
				SELECT count(*) FROM attack_account a WHERE balance <> %d
					+ coalesce((SELECT sum(amount) FROM attack_transfer t WHERE t.target_id = a.id), 0)
					- coalesce((SELECT sum(amount) FROM attack_transfer t WHERE t.source_id = a.id), 0)"""
			.formatted(Bank.OPENING), 0);
		sum(books, "SELECT count(*) FROM attack_order o WHERE NOT EXISTS"
				+ " (SELECT FROM attack_line l WHERE l.order_id = o.id)", 0);
		compare("transfer", this.transfers, tokens(books, "attack_transfer"));
		compare("order", this.orders, tokens(books, "attack_order"));
	}

	private void sum(JdbcClient books, String sql, long expected) {
		long found = books.sql(sql).query(Long.class).single();
		if (found != expected) {
			this.ledger.lost("%d instead of %d: %s".formatted(found, expected, sql));
		}
	}

	private static Map<UUID, Integer> tokens(JdbcClient books, String table) {
		Map<UUID, Integer> tokens = new HashMap<>();
		books.sql("SELECT token FROM " + table)
			.query(UUID.class)
			.list()
			.forEach((t) -> tokens.merge(t, 1, Integer::sum));
		return tokens;
	}

	private void compare(String what, Map<UUID, Told> told, Map<UUID, Integer> found) {
		told.forEach((token, outcome) -> {
			int times = found.getOrDefault(token, 0);
			if (outcome == Told.DONE && times == 0) {
				this.ledger.lost(what + " " + token + " was reported done");
			}
			if (times > 1 || (times == 1 && outcome == Told.REFUSED)) {
				this.ledger.doubled(what + " " + token + " is there " + times + " times, reported " + outcome);
			}
		});
	}

}
