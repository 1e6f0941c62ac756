package dev.orm.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Tag;
import dev.orm.execute.Database;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A pool that hands out connections with auto-commit off loses nothing of what is ours.
 */
class AutoCommitOffTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final HikariDataSource POOL = database.poolWithoutAutoCommit();

	private static final Database DEFAULT = Database.of("default", POOL);

	private static final Orm orm = Shop.builder(DEFAULT).build();

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	@AfterAll
	static void closePool() {
		POOL.close();
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	@Test
	void everyWritePathOutsideATransactionIsStored() {
		Tag created = tags.create(Map.of("name", "off-1"));
		assertThat(stored("off-1")).isTrue();

		created.setName("off-2");
		tags.save(created);
		assertThat(stored("off-2")).isTrue();

		tags.filter(TAG.id.eq(created.getId())).update(TAG.name.set("off-3"));
		assertThat(stored("off-3")).isTrue();

		tags.getOrCreate(TAG.name.is("off-4"));
		assertThat(stored("off-4")).isTrue();

		Tag many = new Tag();
		many.setName("off-5");
		tags.bulkCreate(List.of(many));
		assertThat(stored("off-5")).isTrue();

		tags.filter(TAG.name.startswith("off-")).delete();
		assertThat(stored("off-3") || stored("off-4") || stored("off-5")).isFalse();
	}

	@Test
	void aRawStatementThatWritesIsStored() {
		tags.raw("INSERT INTO shop_tag (name) VALUES ('off-raw') RETURNING *").list();

		assertThat(stored("off-raw")).isTrue();
	}

	@Test
	void whatAHookWritesIsStored() {
		orm.atomic().run(() -> orm.atomic().onCommit(() -> tags.create(Map.of("name", "off-hook"))));
		assertThat(stored("off-hook")).isTrue();

		new TransactionTemplate(DEFAULT.transactionManager()).executeWithoutResult(
				(status) -> orm.atomic().onCommit(() -> tags.create(Map.of("name", "off-spring-hook"))));
		assertThat(stored("off-spring-hook")).isTrue();
	}

	@Test
	void aBlockIsATransactionAsEver() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> orm.atomic().run(() -> {
			tags.create(Map.of("name", "off-rolled-back"));
			orm.atomic().run(() -> tags.create(Map.of("name", "off-inner")));
			assertThat(orm.atomic().inAtomicBlock()).isTrue();
			throw new IllegalStateException("oops");
		}));

		assertThat(stored("off-rolled-back") || stored("off-inner")).isFalse();
		assertThat(orm.atomic().inAtomicBlock()).isFalse();
	}

	@Test
	void aTransactionOfSpringsIsJoined() {
		TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());
		spring.executeWithoutResult((status) -> {
			tags.create(Map.of("name", "off-spring"));
			orm.atomic().run(() -> tags.create(Map.of("name", "off-spring-inner")));
			status.setRollbackOnly();
		});

		assertThat(stored("off-spring") || stored("off-spring-inner")).isFalse();
	}

	@Test
	void aMethodWithoutATransactionIsNone() {
		TransactionTemplate supports = new TransactionTemplate(DEFAULT.transactionManager());
		supports.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
		supports.executeWithoutResult((status) -> {
			assertThat(tags.count()).isPositive();
			assertThat(orm.atomic().inAtomicBlock()).isFalse();
			tags.create(Map.of("name", "off-supports"));
			assertThat(stored("off-supports")).isTrue();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> tags.create(Map.of("name", "off-supports")));
			assertThat(tags.filter(TAG.name.eq("off-supports")).exists()).isTrue();
		});
	}

	@Test
	void aCursorLeavesThePoolAsItFoundIt() {
		try (var rows = orm.manager(Category.class).all().stream(2)) {
			assertThat(rows.count()).isPositive();
		}
		tags.create(Map.of("name", "off-after-cursor"));
		assertThat(stored("off-after-cursor")).isTrue();
	}

	private static boolean stored(String name) {
		try (var rows = database.dataSource().getConnection();
				var statement = rows.prepareStatement("SELECT 1 FROM shop_tag WHERE name = ?")) {
			statement.setString(1, name);
			return statement.executeQuery().next();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
