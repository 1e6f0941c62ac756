package dev.orm.transaction;

import java.util.stream.Stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.execute.Database;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.TransientDataAccessResourceException;

import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table that is altered under a live pool, as at a deployment: a statement outside of a
 * transaction heals, a transaction is lost once for each connection that had prepared
 * one. So it is in each kind of pool.
 */
class StalePlanTests {

	/** The driver prepares a statement on the server at its fifth use. */
	private static final int UNTIL_PREPARED = 6;

	private static final int CONNECTIONS = 3;

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private HikariDataSource pool = new HikariDataSource();

	private Manager<Tag> tags = Shop.orm(database).manager(Tag.class);

	private Atomic atomic = Shop.orm(database).atomic();

	/** Kinds of pools. */
	enum Kind {

		OURS, PLAIN, AUTO_COMMIT_OFF, AUTO_COMMIT_OFF_PLAIN;

		HikariDataSource pool() {
			HikariConfig config = new HikariConfig();
			config.setJdbcUrl(database.url());
			config.setMaximumPoolSize(CONNECTIONS);
			config.setConnectionTimeout(5000);
			config.setAutoCommit(this == OURS || this == PLAIN);
			if (this == OURS || this == AUTO_COMMIT_OFF) {
				config.setExceptionOverride(new FeatureRefusalOverride());
			}
			return new HikariDataSource(config);
		}

	}

	private void open(Kind kind) {
		this.pool = kind.pool();
		Orm orm = Shop.builder(Database.of("default", this.pool)).build();
		this.tags = orm.manager(Tag.class);
		this.atomic = orm.atomic();
	}

	@BeforeEach
	void alterBack() {
		database.execute("ALTER TABLE shop_tag ALTER COLUMN name TYPE varchar(100)");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		this.pool.close();
	}

	@ParameterizedTest
	@EnumSource
	void readsOutsideOfATransactionHeal(Kind kind) {
		open(kind);
		Runnable read = () -> assertThat(this.tags.filter(TAG.id.gt(0L)).list()).isNotEmpty();
		prepareOnAll(read);
		alter();
		times(CONNECTIONS * 2, read);
	}

	@ParameterizedTest
	@EnumSource
	void rawStatementsOutsideOfATransactionHeal(Kind kind) {
		open(kind);
		Runnable read = () -> assertThat(this.tags.raw("SELECT * FROM shop_tag").list()).isNotEmpty();
		prepareOnAll(read);
		alter();
		times(CONNECTIONS * 2, read);
	}

	@ParameterizedTest
	@EnumSource
	void streamsOutsideOfATransactionHeal(Kind kind) {
		open(kind);
		Runnable read = () -> {
			try (Stream<Tag> rows = this.tags.all().stream(2)) {
				assertThat(rows.count()).isPositive();
			}
		};
		prepareOnAll(read);
		alter();
		times(CONNECTIONS * 2, read);
	}

	@ParameterizedTest
	@EnumSource
	void writesOutsideOfATransactionHealAndAreDoneOnce(Kind kind) {
		open(kind);
		Runnable write = () -> this.tags.raw("UPDATE shop_tag SET name = name || '+' WHERE id = 1 RETURNING *").list();
		prepareOnAll(write);
		database.execute("UPDATE shop_tag SET name = 'x' WHERE id = 1");
		alter();
		times(CONNECTIONS * 2, write);
		assertThat(this.tags.get(TAG.id.eq(1L)).getName()).isEqualTo("x" + "+".repeat(CONNECTIONS * 2));
	}

	@ParameterizedTest
	@EnumSource
	void updateOrCreateIsATransactionAndLostOncePerConnection(Kind kind) {
		open(kind);
		this.tags.getOrCreate(TAG.name.is("stale"));
		Runnable write = () -> assertThat(
				this.tags.updateOrCreate(Attributes.of(TAG.name.is("stale")), Attributes.of()).created())
			.isFalse();
		prepareOnAll(write);
		alter();
		assertThat(failures(write)).isLessThanOrEqualTo(CONNECTIONS);
		times(CONNECTIONS, write);
	}

	@ParameterizedTest
	@EnumSource
	void aBlockIsLostOncePerConnectionAndSaysSo(Kind kind) {
		open(kind);
		Runnable read = () -> this.atomic.run(() -> this.tags.raw("SELECT * FROM shop_tag").list());
		prepareOnAll(read);
		alter();
		assertThat(failures(read)).isBetween(1, CONNECTIONS);
		times(CONNECTIONS, read);
	}

	@ParameterizedTest
	@EnumSource
	void anInnerBlockDoesNotHideTheCause(Kind kind) {
		open(kind);
		Runnable read = () -> this.atomic
			.run(() -> this.atomic.run(() -> this.tags.raw("SELECT * FROM shop_tag").list()));
		prepareOnAll(read);
		alter();
		assertThat(failures(read)).isBetween(1, CONNECTIONS);
		times(CONNECTIONS, read);
	}

	private int failures(Runnable work) {
		int failures = 0;
		for (int i = 0; i < CONNECTIONS * 2; i++) {
			try {
				work.run();
			}
			catch (TransientDataAccessResourceException ex) {
				assertThat(ex).hasMessageContaining("repeat the transaction");
				failures++;
			}
		}
		return failures;
	}

	/** Run something on all connections, until each has prepared its statements. */
	private void prepareOnAll(Runnable work) {
		for (int kept = CONNECTIONS - 1; kept >= 0; kept--) {
			holding(kept, () -> times(UNTIL_PREPARED, work));
		}
	}

	private void holding(int connections, Runnable work) {
		if (connections == 0) {
			work.run();
			return;
		}
		try (var held = this.pool.getConnection()) {
			assertThat(held.isClosed()).isFalse();
			holding(connections - 1, work);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void times(int times, Runnable work) {
		for (int i = 0; i < times; i++) {
			work.run();
		}
	}

	private void alter() {
		database.execute("ALTER TABLE shop_tag ALTER COLUMN name TYPE text");
	}

}
