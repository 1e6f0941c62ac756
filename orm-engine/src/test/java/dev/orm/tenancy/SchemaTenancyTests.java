package dev.orm.tenancy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.copy.Copy;
import dev.orm.error.QueryValueException;
import dev.orm.observe.QueryLog;
import dev.orm.session.NoTenantException;
import dev.orm.session.TenantPath;
import dev.orm.session.Tenants;
import dev.orm.tenancy.Branch.Bill;
import dev.orm.tenancy.Branch.Buyer;
import dev.orm.tenancy.Branch.Owner;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.tenancy.BillPath.BILL;
import static dev.orm.tenancy.BuyerPath.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each tenant has a schema; one SQL text serves all. */
class SchemaTenancyTests {

	@RegisterExtension
	static final TestDatabase database = Branch.database("t1", "t2");

	/** One connection, which all tenants use. */
	private static final HikariDataSource one = Branch.pool(database, 1);

	private Optional<Object> current = Optional.of(1L);

	private final Orm orm = Branch.orm(one).session((session) -> session.tenants(() -> this.current)).build();

	private final Tenants tenants = this.orm.tenants();

	private final Manager<Buyer> buyers = this.orm.manager(Buyer.class);

	private final Manager<Owner> owners = this.orm.manager(Owner.class);

	@BeforeEach
	void fill() {
		for (String schema : List.of("t1", "t2")) {
			for (String table : Branch.TABLES) {
				database.execute("TRUNCATE %s.%s RESTART IDENTITY CASCADE".formatted(schema, table));
			}
		}
		database.execute("INSERT INTO t1.buyer (name) VALUES ('ann'), ('bob')",
				"INSERT INTO t2.buyer (name) VALUES ('cid')",
				"INSERT INTO t1.bill (number, buyer_id) VALUES (1, 1), (2, 1)",
				"INSERT INTO t2.bill (number, buyer_id) VALUES (9, 1)", "TRUNCATE public.owner",
				"INSERT INTO public.owner (name) VALUES ('red'), ('blue')");
	}

	@AfterAll
	static void close() {
		one.close();
	}

	private <R> R asSecond(Supplier<R> work) {
		return this.tenants.call(2L, work);
	}

	@Test
	void oneTextReadsTheSchemaOfTheTenant() {
		List<String> mine = new ArrayList<>();
		QueryLog log = QueryLog.capture(() -> {
			mine.addAll(this.buyers.flat(BUYER.name).list());
			mine.addAll(asSecond(() -> this.buyers.flat(BUYER.name).list()));
		});
		assertThat(mine).containsExactly("ann", "bob", "cid");
		assertThat(log.statements()).hasSize(2).allSatisfy((sql) -> assertThat(sql).contains("FROM \"buyer\""));
		assertThat(log.statements().get(0)).isEqualTo(log.statements().get(1));
	}

	@Test
	void aStatementTheServerHasPreparedServesTenantsInTurn() {
		for (int i = 0; i < 12; i++) {
			assertThat(this.buyers.filter(BUYER.id.gt(0L)).count()).isEqualTo(2);
			assertThat(asSecond(() -> this.buyers.filter(BUYER.id.gt(0L)).count())).isEqualTo(1);
		}
		this.orm.atomic().run(() -> {
			for (int i = 0; i < 12; i++) {
				assertThat(this.buyers.get(1L).name).isEqualTo("ann");
				assertThat(asSecond(() -> this.buyers.get(1L).name)).isEqualTo("cid");
			}
		});
		assertThat(JdbcClient.create(one)
			.sql("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%buyer%'")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void writesGoIntoTheSchemaOfTheTenant() {
		Buyer made = asSecond(() -> this.buyers.save(Buyer.of("dan")));
		assertThat(made.id).isEqualTo(2L);
		asSecond(() -> this.buyers.bulkCreate(List.of(Buyer.of("eve"), Buyer.of("fay"))));
		assertThat(asSecond(() -> this.buyers.filter(BUYER.name.eq("eve")).update(Map.of("name", "eva")))).isEqualTo(1);
		asSecond(() -> this.buyers.delete(made));
		assertThat(names("t2")).containsExactly("cid", "eva", "fay");
		assertThat(names("t1")).containsExactly("ann", "bob");
	}

	@Test
	void handlesAndPrefetchesStayInTheSchema() {
		assertThat(this.buyers.prefetchRelated("invoices").get(1L).invoices.list()).hasSize(2);
		Bill bill = asSecond(() -> this.orm.manager(Bill.class).filter(BILL.buyer().name.eq("cid")).get());
		assertThat(asSecond(bill::getBuyer).name).isEqualTo("cid");
	}

	@Test
	void cursorsCopiesAndSqlByHandFindTheSchema() {
		try (Stream<Buyer> stream = this.buyers.all().stream(1)) {
			assertThat(stream.map((buyer) -> buyer.name)).containsExactly("ann", "bob");
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		asSecond(() -> this.buyers.values("name").copyTo(out, Copy.csv()));
		assertThat(out).hasToString("cid\n");
		asSecond(() -> this.buyers.copyFrom(new ByteArrayInputStream("gus\n".getBytes(StandardCharsets.UTF_8)),
				Copy.csv(), List.of("name")));
		assertThat(asSecond(() -> this.orm.sql("SELECT name FROM buyer ORDER BY id").flat(String.class)))
			.containsExactly("cid", "gus");
		asSecond(() -> {
			this.orm.script("DELETE FROM bill; DELETE FROM buyer");
			return 0;
		});
		assertThat(names("t2")).isEmpty();
		assertThat(names("t1")).hasSize(2);
	}

	@Test
	void nothingStaysOnTheConnection() {
		asSecond(() -> this.buyers.count());
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		asSecond(() -> this.buyers.all().copyTo(out, Copy.csv()));
		this.orm.atomic().run(() -> asSecond(() -> this.buyers.count()));
		assertThat(JdbcClient.create(one).sql("SHOW search_path").query(String.class).single())
			.isEqualTo("\"$user\", public");
	}

	@Test
	void withoutATenantOnlyTablesWithASchemaAreThere() {
		this.current = Optional.empty();
		assertThat(this.owners.count()).isEqualTo(2);
		QueryLog log = QueryLog.capture(() -> {
			assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> this.buyers.count())
				.withMessageContaining("one after the other");
			assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> this.buyers.save(Buyer.of("x")));
			assertThatExceptionOfType(NoTenantException.class)
				.isThrownBy(() -> this.tenants.<Long>all(() -> this.buyers.count()));
		});
		assertThat(log.statements()).isEmpty();
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.orm.sql("SELECT name FROM buyer").flat(String.class));
	}

	@Test
	void aTenantWithoutASchemaHasNoRows() {
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.tenants.<Long>call(3L, () -> this.buyers.count()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "$user", "a, b", "x\"; DROP TABLE buyer", "a\u0000b",
			"a234567890123456789012345678901234567890123456789012345678901234" })
	void aKeyThatCanNameNoSchemaIsRefusedBeforeAnySql(String key) {
		Orm other = Orm.builder()
			.dataSource(one)
			.models(Branch.MODELS)
			.session((session) -> session.schemas(TenantPath.of("default")))
			.build();
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> other.tenants().<Long>call(key, () -> other.manager(Buyer.class).count()));
	}

	@Test
	void theSchemaOfTheServerOrOfAllIsNobodys() {
		Orm other = Orm.builder()
			.dataSource(one)
			.models(Branch.MODELS)
			.session((session) -> session.schemas(TenantPath.of("default").sharing("public")))
			.build();
		for (String schema : List.of("public", "pg_catalog", "information_schema")) {
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> other.tenants().<Long>call(schema, () -> other.manager(Buyer.class).count()))
				.withMessageContaining("is no tenant's");
		}
		assertThat(other.tenants()
			.<List<String>>call("t1", () -> other.sql("SELECT name FROM owner ORDER BY id").flat(String.class)))
			.containsExactly("red", "blue");
	}

	@Test
	void threadsShareConnectionsAndNoRows() {
		List<CompletableFuture<Long>> work = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			long tenant = 1L + i % 2;
			boolean transaction = i % 3 == 0;
			work.add(CompletableFuture.supplyAsync(() -> this.tenants.<Long>call(tenant,
					() -> transaction ? this.orm.atomic().call(() -> this.buyers.count()) : this.buyers.count())));
		}
		for (int i = 0; i < work.size(); i++) {
			assertThat(work.get(i).join()).isEqualTo((i % 2 == 0) ? 2L : 1L);
		}
	}

	private static List<String> names(String schema) {
		return JdbcClient.create(one)
			.sql("SELECT name FROM %s.buyer ORDER BY id".formatted(schema))
			.query(String.class)
			.list();
	}

}
