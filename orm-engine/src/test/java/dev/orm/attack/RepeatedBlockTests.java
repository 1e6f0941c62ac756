package dev.orm.attack;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.orm.attack.Bank.Account;
import dev.orm.attack.Bank.Item;
import dev.orm.attack.Bank.Line;
import dev.orm.attack.Bank.Order;
import dev.orm.execute.FailingDataSource;
import dev.orm.model.ForeignKey;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import dev.orm.transaction.Retry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first, second, third … call to the driver fails, and the block is repeated with the
 * same instances: it ends as if nothing had been.
 */
class RepeatedBlockTests {

	private static final int MOST_CALLS = 500;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Bank.SCHEMA);

	private final FailingDataSource source = new FailingDataSource(database.dataSource());

	private final Bank bank = new Bank(this.source);

	private final Bank witness = new Bank(database.dataSource());

	private final Atomic atomic = this.bank.orm()
		.atomic()
		.retry(Retry.times(1).backoff(Duration.ZERO, 1, Duration.ZERO).on(Exception.class));

	@AfterEach
	void noConnectionStaysOpen() {
		assertThat(this.source.openConnections()).isZero();
	}

	@Test
	void aRepeatedBlockEndsAsIfNothingHadBeen() {
		String undisturbed = run(Integer.MAX_VALUE);
		int call = 1;
		do {
			assertThat(run(call)).as("call %d fails", call).isEqualTo(undisturbed);
			call++;
		}
		while (this.source.hasFailed() && call < MOST_CALLS);
		assertThat(call).as("calls to the driver").isBetween(30, MOST_CALLS - 1);
	}

	/** Run the block on a bank just opened, and tell what it left, in rows and memory. */
	private String run(int failing) {
		this.source.failAt(Integer.MAX_VALUE);
		database.truncate("attack_account", "attack_item", "attack_order", "attack_line", "attack_transfer");
		this.witness.open();
		Account account = this.witness.manager(Account.class).get("pk", 1L);
		Item sold = this.witness.manager(Item.class).get("pk", 8L);
		Item fresh = new Item(20L, 5);
		Order order = new Order();
		order.token = new UUID(1, 1);
		Line line = new Line();
		this.source.failAt(failing);
		this.atomic.run(() -> {
			account.balance = 7;
			this.bank.manager(Account.class).save(account);
			this.bank.manager(Order.class).save(order);
			this.atomic.run(() -> lines(order, line));
			this.bank.manager(Item.class).save(fresh);
			this.bank.manager(Item.class).delete(sold);
		});
		assertThat(order.id).isEqualTo(id("attack_order"));
		assertThat(line.id).isEqualTo(id("attack_line"));
		return rows() + " version " + account.version + " deleted key " + sold.id;
	}

	private void lines(Order order, Line line) {
		line.order = ForeignKey.ofId(order.id);
		line.item = ForeignKey.ofId(1L);
		line.quantity = 3;
		this.bank.manager(Line.class).bulkCreate(List.of(line));
	}

	private static Long id(String table) {
		return JdbcClient.create(database.dataSource()).sql("SELECT id FROM " + table).query(Long.class).single();
	}

	private static String rows() {
		return JdbcClient.create(database.dataSource()).sql("""
				SELECT (SELECT json_agg(a ORDER BY id) FROM attack_account a)::text
				|| (SELECT json_agg(i ORDER BY id) FROM attack_item i)
				|| (SELECT string_agg(o.token || ' ' || l.item_id || ' ' || l.quantity, ', ')
				FROM attack_order o JOIN attack_line l ON l.order_id = o.id)""").query(String.class).single();
	}

}
