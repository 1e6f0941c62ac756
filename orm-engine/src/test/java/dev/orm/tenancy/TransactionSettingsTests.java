package dev.orm.tenancy;

import java.util.List;
import java.util.Optional;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.error.TransactionManagementException;
import dev.orm.execute.Database;
import dev.orm.session.Tenants;
import dev.orm.tenancy.Office.Client;
import dev.orm.tenancy.Office.Company;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Savepoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What others than the ORM send in a transaction sees the settings of the session too.
 */
class TransactionSettingsTests {

	@RegisterExtension
	static final TestDatabase database = Office.database();

	/** One connection, of a role that policies hold for. */
	private static final HikariDataSource guarded = Office.pool(database, 1);

	private final JdbcClient jdbc = JdbcClient.create(guarded);

	private final JdbcTransactionManager manager = new JdbcTransactionManager(guarded);

	private final TransactionTemplate transaction = new TransactionTemplate(this.manager);

	private Optional<Object> current = Optional.of(1L);

	private final Orm orm = Orm.builder()
		.database(new Database("default", guarded, this.manager))
		.models(Office.MODELS)
		.session((session) -> session.tenants(() -> this.current).and("app.user", () -> "ann"))
		.build();

	private final Tenants tenants = this.orm.tenants();

	@BeforeEach
	void fill() {
		Office.fill(database);
	}

	@AfterAll
	static void close() {
		guarded.close();
	}

	private long clients() {
		return this.jdbc.sql("SELECT count(*) FROM client").query(Long.class).single();
	}

	@Test
	void aTransactionOfSpringsShowsTheRowsOfTheTenantFromItsBeginOn() {
		// tag::jdbc[]
		this.transaction.executeWithoutResult((status) -> assertThat(clients()).isEqualTo(2));
		this.tenants.run(2L,
				() -> this.transaction.executeWithoutResult((status) -> assertThat(clients()).isEqualTo(1)));
		// end::jdbc[]
		this.orm.atomic()
			.run(() -> assertThat(
					this.jdbc.sql("SELECT current_setting('app.user', true)").query(String.class).single())
				.isEqualTo("ann"));
	}

	@Test
	void whereOnlyTheOrmIsUsedATransactionIsToldNothingAtItsBegin() {
		JdbcTransactionManager silent = new JdbcTransactionManager(guarded);
		Orm alone = Orm.builder()
			.database(new Database("default", guarded, silent))
			.models(Office.MODELS)
			.session((session) -> session.tenants(() -> this.current).atBegin(false))
			.build();
		new TransactionTemplate(silent).executeWithoutResult((status) -> {
			assertThat(clients()).isZero();
			assertThat(alone.manager(Client.class).count()).isEqualTo(2);
		});
	}

	@Test
	void outsideOfATransactionNothingIsSeenAndNothingStays() {
		this.transaction.executeWithoutResult((status) -> assertThat(clients()).isEqualTo(2));
		assertThat(clients()).isZero();
		this.tenants.run(2L, () -> assertThat(clients()).isZero());
		assertThat(this.jdbc.sql("SELECT current_setting('orm.tenant', true)").query(String.class).optional())
			.matches((setting) -> setting.isEmpty() || setting.get().isEmpty());
	}

	@Test
	void whoChangesTheTenantInATransactionIsHeardAtOnce() {
		this.transaction.executeWithoutResult((status) -> {
			this.tenants.run(2L, () -> assertThat(clients()).isEqualTo(1));
			assertThat(clients()).isEqualTo(2);
			this.tenants.all(() -> assertThat(clients()).isEqualTo(3));
			assertThat(clients()).isEqualTo(2);
		});
	}

	@Test
	void aSavepointThatRollsBackTakesNoSettingWithIt() {
		this.orm.atomic().run(() -> {
			Savepoint before = this.orm.atomic().createSavepoint();
			this.tenants.run(2L, () -> {
				before.rollback();
				assertThat(clients()).isEqualTo(1);
			});
			before.rollback();
			assertThat(clients()).isEqualTo(2);
		});
		TransactionTemplate nested = new TransactionTemplate(this.manager);
		nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.transaction.executeWithoutResult((outer) -> this.tenants.run(2L, () -> {
			nested.executeWithoutResult((inner) -> {
				this.orm.manager(Client.class).count();
				inner.setRollbackOnly();
			});
			assertThat(clients()).isEqualTo(1);
		}));
	}

	@Test
	void aBlockThatFailedLeavesTheTenantOfTheOuterOne() {
		this.orm.atomic().run(() -> {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.orm.atomic()
				.run(() -> this.tenants.run(2L, () -> this.orm.sql("SELECT no_such_column").flat(Long.class))));
			assertThat(clients()).isEqualTo(2);
			assertThat(this.orm.manager(Client.class).count()).isEqualTo(2);
		});
	}

	@Test
	void workForNobodySeesNoRows() {
		this.current = Optional.empty();
		this.transaction.executeWithoutResult((status) -> assertThat(clients()).isZero());
	}

	@Test
	void aTransactionThatCannotBeToldItsSettingsDoesNotGoOn() {
		Orm other = Orm.builder()
			.database(new Database("default", guarded, this.manager))
			.models(List.of(Company.class))
			.session((session) -> session.and("app.user", () -> {
				throw new IllegalStateException("nobody is logged in");
			}))
			.build();
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> other.atomic().run(() -> clients()))
			.withStackTraceContaining("nobody is logged in");
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> clients()))
			.withStackTraceContaining("nobody is logged in");
		assertThat(guarded.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	@Test
	void withoutSettingsNobodyListensToTransactions() {
		JdbcTransactionManager silent = new JdbcTransactionManager(guarded);
		Orm.builder().database(new Database("default", guarded, silent)).models(List.of(Company.class)).build();
		assertThat(silent.getTransactionExecutionListeners()).isEmpty();
		assertThat(this.manager.getTransactionExecutionListeners()).hasSize(1);
	}

}
