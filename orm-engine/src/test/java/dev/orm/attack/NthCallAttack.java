package dev.orm.attack;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.attack.Bank.Account;
import dev.orm.attack.Bank.Item;
import dev.orm.attack.Bank.Line;
import dev.orm.attack.Bank.Order;
import dev.orm.copy.Copy;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.execute.FailingDataSource;
import dev.orm.expression.Aggregates;
import dev.orm.expression.F;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Savepoint;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the first, second, third … call to the driver fail, for each operation: it does
 * all or nothing and says so, gives its connection back, and can be done again.
 */
final class NthCallAttack implements Attack {

	private static final int MOST_CALLS = 2_000;

	/** All rows, as one text. */
	static final String ROWS = """
			SELECT (SELECT json_agg(a ORDER BY id) FROM attack_account a)::text || (SELECT json_agg(i ORDER BY id) FROM attack_item i)
			|| coalesce((SELECT string_agg(token::text, ' ' ORDER BY token) FROM attack_order), '')
			|| (SELECT count(*) FROM attack_line) || (SELECT count(*) FROM attack_transfer) || (%s)"""
		.formatted(Library.ROWS);

	@Override
	public String name() {
		return "the n-th call to the driver fails, for all operations";
	}

	/** Something to do on a bank just opened. */
	interface Work {

		void run(Bank bank);

	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase
			.create(Stream.of(Bank.SCHEMA, Library.SCHEMA).flatMap(Arrays::stream).toArray(String[]::new))) {
			FailingDataSource source = new FailingDataSource(database.dataSource());
			Site site = new Site(database, source, new Bank(source), new Bank(database.dataSource()), ledger);
			do {
				for (Map.Entry<String, Work> work : works().entrySet()) {
					site.attack(work.getKey(), work.getValue());
					if (until.isOver()) {
						return;
					}
				}
			}
			while (!until.isOver());
		}
	}

	/** All operations, by name. */
	static Map<String, Work> works() {
		Map<String, Work> works = new LinkedHashMap<>();
		reads(works);
		writes(works);
		manyRows(works);
		blocks(works);
		statements(works);
		elsewhere(works);
		Library.reads(works);
		Library.writes(works);
		return works;
	}

	private static Manager<Account> accounts(Bank bank) {
		return bank.manager(Account.class);
	}

	private static Manager<Item> items(Bank bank) {
		return bank.manager(Item.class);
	}

	private static void reads(Map<String, Work> works) {
		works.put("list", (bank) -> accounts(bank).list());
		works.put("get", (bank) -> accounts(bank).get("pk", 1L));
		works.put("count", (bank) -> accounts(bank).count());
		works.put("exists", (bank) -> accounts(bank).filter("balance__gt", 1).exists());
		works.put("first", (bank) -> accounts(bank).orderBy("code").first());
		works.put("values", (bank) -> accounts(bank).values("code", "balance").list());
		works.put("inBulk", (bank) -> accounts(bank).inBulk(List.of(1L, 2L)));
		works.put("aggregate", (bank) -> accounts(bank).aggregate(Map.of("n", Aggregates.count())));
		works.put("iterator", (bank) -> {
			try (Stream<Account> stream = accounts(bank).stream(2)) {
				stream.forEach((account) -> {
				});
			}
		});
		works.put("prefetch", (bank) -> bank.manager(Order.class).prefetchRelated("lines").list());
		works.put("raw", (bank) -> accounts(bank).raw("SELECT * FROM attack_account").list());
		works.put("copyTo", (bank) -> items(bank).copyTo(OutputStream.nullOutputStream(), Copy.csv()));
	}

	private static void writes(Map<String, Work> works) {
		works.put("save new", (bank) -> accounts(bank).save(new Account(99L, 5)));
		works.put("save old", (bank) -> accounts(bank).save(changed(new Account(1L, 7))));
		works.put("create", (bank) -> items(bank).create(Map.of("id", 50L, "stock", 1)));
		works.put("update", (bank) -> items(bank).update("stock", F.of("stock").plus(1)));
		works.put("getOrCreate", (bank) -> items(bank).getOrCreate(Map.of("id", 60L), Map.of("stock", 2)));
		works.put("updateOrCreate", (bank) -> items(bank).updateOrCreate(Map.of("id", 1L), Map.of("stock", 2)));
		works.put("updateOrCreate new", (bank) -> items(bank).updateOrCreate(Map.of("id", 61L), Map.of("stock", 2)));
		works.put("delete", (bank) -> accounts(bank).filter("id__gt", 3).delete());
		works.put("refresh", (bank) -> accounts(bank).refresh(new Account(1L, 0)));
	}

	private static Account changed(Account account) {
		account.version = 0;
		return account;
	}

	private static void manyRows(Map<String, Work> works) {
		works.put("bulkCreate", (bank) -> items(bank).bulkCreate(more(), (how) -> how.batchSize(3)));
		works.put("upsert", (bank) -> items(bank).bulkCreate(known(),
				(how) -> how.updatingConflicts(List.of("id"), List.of("stock"))));
		works.put("ignore", (bank) -> items(bank).bulkCreate(known(), (how) -> how.ignoringConflicts()));
		works.put("bulkUpdate", (bank) -> items(bank).bulkUpdate(known(), List.of("stock"), (how) -> how.batchSize(3)));
		works.put("copying", (bank) -> items(bank).bulkCreate(more(), (how) -> how.copying()));
		works.put("copyFrom",
				(bank) -> items(bank).copyFrom(
						new ByteArrayInputStream("90,1\n91,2\n".getBytes(StandardCharsets.UTF_8)), Copy.csv(),
						List.of("id", "stock")));
		works.put("hardDelete", (bank) -> accounts(bank).filter("id__gt", 3).hardDelete());
		works.put("delete with cascade", (bank) -> bank.orm().atomic().run(() -> {
			bank.order(new UUID(1, 1), List.of(1L, 2L), 1);
			bank.manager(Order.class).filter("token", new UUID(1, 1)).delete();
			items(bank).filter("id", 8).update("stock", 0);
		}));
		works.put("related create", (bank) -> bank.orm().atomic().run(() -> {
			Order order = bank.manager(Order.class).create(Map.of("token", new UUID(2, 2)));
			dev.orm.RelatedManager.<Line>of(order, "lines").create(Map.of("itemId", 1L, "quantity", 1));
		}));
	}

	private static List<Item> more() {
		List<Item> items = new ArrayList<>();
		for (long id = 100; id < 108; id++) {
			items.add(new Item(id, 1));
		}
		return items;
	}

	private static List<Item> known() {
		List<Item> items = new ArrayList<>();
		for (long id = Bank.ITEMS; id >= 1; id--) {
			items.add(new Item(id, 3));
		}
		return items;
	}

	private static void statements(Map<String, Work> works) {
		works.put("sql", (bank) -> bank.orm().sql("SELECT id FROM attack_item WHERE id > :id").param("id", 1).rows());
		works.put("sql update",
				(bank) -> bank.orm().sql("UPDATE attack_item SET stock = :stock").param("stock", 9).update());
		works.put("explain", (bank) -> accounts(bank).filter("id__gt", 1).explain());
		works.put("validate", (bank) -> accounts(bank).validate(new Account(98L, 5)));
		works.put("locked rows", (bank) -> bank.orm().atomic().run(() -> {
			List<Item> locked = items(bank).orderBy("id").selectForUpdate().list();
			locked.forEach((item) -> item.stock--);
			items(bank).bulkUpdate(locked, "stock");
		}));
		works.put("savepoint by hand", (bank) -> bank.orm().atomic().run(() -> {
			items(bank).update("stock", 4);
			Savepoint mark = bank.orm().atomic().createSavepoint();
			items(bank).update("stock", 5);
			mark.rollback();
			items(bank).filter("id", 1).update("stock", 6);
			mark.release();
		}));
	}

	/** The rows are the same, reached by another alias. */
	private static void elsewhere(Map<String, Work> works) {
		works.put("list elsewhere", (bank) -> accounts(bank).using(Bank.OTHER).list());
		works.put("update elsewhere", (bank) -> items(bank).using(Bank.OTHER).update("stock", 3));
		works.put("save elsewhere", (bank) -> accounts(bank).on(Bank.OTHER).save(new Account(97L, 5)));
		works.put("block elsewhere", (bank) -> bank.orm().atomic().using(Bank.OTHER).run(() -> {
			items(bank).using(Bank.OTHER).filter("id", 1).update("stock", 2);
			items(bank).using(Bank.OTHER).filter("id", 2).delete();
		}));
	}

	private static void blocks(Map<String, Work> works) {
		works.put("transfer", (bank) -> bank.transfer(new UUID(3, 3), 1, 2, 10));
		works.put("transfer in bulk", (bank) -> bank.transfer(new UUID(4, 4), 2, 1, 11));
		works.put("order with savepoint", (bank) -> bank.order(new UUID(5, 5), List.of(3L, 4L), 2));
		works.put("hook", (bank) -> bank.orm().atomic().run(() -> {
			items(bank).filter("id", 1).update("stock", 1);
			// robust: what fails after the commit cannot undo it
			bank.orm().atomic().onCommit(() -> accounts(bank).count(), true);
		}));
	}

	/** The place that is attacked. */
	private record Site(TestDatabase database, FailingDataSource source, Bank bank, Bank witness, Ledger ledger) {

		void attack(String name, Work work) {
			String before = opened();
			this.source.failAt(Integer.MAX_VALUE);
			work.run(this.bank);
			String after = rows();
			boolean failed = true;
			for (int call = 1; failed && call < MOST_CALLS; call++) {
				if (!rows().equals(before)) {
					opened();
				}
				failed = attack(name, work, call, before, after);
			}
		}

		private String opened() {
			this.database.truncate("attack_account", "attack_item", "attack_order", "attack_line", "attack_transfer",
					Library.TABLES);
			this.witness.open();
			Library.open(this.witness.orm());
			return rows();
		}

		private String rows() {
			return JdbcClient.create(this.database.dataSource()).sql(ROWS).query(String.class).single();
		}

		private boolean attack(String name, Work work, int call, String before, String after) {
			this.ledger.operation();
			this.source.failAt(call);
			boolean done = true;
			boolean known = true;
			try {
				work.run(this.bank);
			}
			catch (TransactionOutcomeUnknownException ex) {
				known = false;
				this.ledger.unknown();
			}
			catch (DataAccessException | TransactionException ex) {
				done = false;
			}
			catch (RuntimeException ex) {
				done = false;
				this.ledger.problem("%s, call %d: %s".formatted(name, call, ex));
			}
			boolean failed = this.source.hasFailed();
			this.source.failAt(Integer.MAX_VALUE);
			if (failed) {
				this.ledger.fault();
			}
			String what = "%s, call %d".formatted(name, call);
			compare(what, known ? done : rows().equals(after), before, after);
			look(what);
			return failed;
		}

		private void compare(String what, boolean done, String before, String after) {
			String rows = rows();
			if (done && !rows.equals(after)) {
				this.ledger.lost(what + ": ended, but its rows are not there");
			}
			if (!done && !rows.equals(before)) {
				this.ledger.doubled(what + ": failed, but left rows");
			}
		}

		private void look(String what) {
			if (this.source.openConnections() != 0) {
				this.ledger.problem(what + ": a connection stays open");
			}
			if (!TransactionSynchronizationManager.getResourceMap().isEmpty()
					|| TransactionSynchronizationManager.isSynchronizationActive()) {
				this.ledger.problem(what + ": the thread still has a transaction");
			}
		}

	}

}
