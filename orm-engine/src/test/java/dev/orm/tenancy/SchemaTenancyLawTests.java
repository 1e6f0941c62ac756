package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.expression.Q;
import dev.orm.tenancy.Branch.Buyer;
import dev.orm.tenancy.Branch.Theme;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of tenancy where each tenant has a schema: a query for a tenant answers as it
 * does in a database that has its rows alone. Tenants take turns on one connection; a
 * failure names the seed.
 */
class SchemaTenancyLawTests {

	@RegisterExtension
	static final TestDatabase shared = Branch.database("t1", "t2", "t3");

	private static final int QUERIES = 8;

	private static final int TENANTS = 3;

	/** Rows of a tenant differ from those of others in number and in kind. */
	private static final String FILL = """
			SET search_path = t%1$d;
			INSERT INTO buyer (name) SELECT 'n' || (n * %1$d) %% 7 FROM generate_series(1, 10 + %1$d) n;
			INSERT INTO bill (number, buyer_id)
				SELECT n, c FROM generate_series(1, 10) c, generate_series(1, 3) n WHERE (c + n) %% (2 + %1$d) > 0;
			INSERT INTO entry (amount, bill_id) SELECT (id * 7) %% 20, id FROM bill;
			INSERT INTO theme (name) SELECT 'p' || (n + %1$d) %% 3 FROM generate_series(1, 6) n;
			INSERT INTO buyer_topics (buyer_id, theme_id)
				SELECT c, t FROM generate_series(1, 10) c, generate_series(1, 6) t WHERE (c + t) %% (2 + %1$d) = 0;
			""";

	/** Each has one connection. */
	private static final List<HikariDataSource> pools = new ArrayList<>();

	/** Know nothing of tenants: the default schema of their connection is that of one. */
	private static final List<Orm> alone = new ArrayList<>();

	private static Orm all;

	@BeforeAll
	static void fill() {
		for (int tenant = 1; tenant <= TENANTS; tenant++) {
			shared.execute(FILL.formatted(tenant));
			alone.add(Orm.builder().dataSource(pool("&currentSchema=t" + tenant)).models(Branch.MODELS).build());
		}
		all = Branch.orm(pool("")).build();
	}

	private static HikariDataSource pool(String parameters) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(shared.url() + parameters);
		pool.setMaximumPoolSize(1);
		pools.add(pool);
		return pool;
	}

	@AfterAll
	static void close() {
		pools.forEach(HikariDataSource::close);
	}

	static LongStream seeds() {
		return LongStream.range(1, 31);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aTenantSeesItsRowsAsIfThereWereNoOthers(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < QUERIES; i++) {
			TenancyQuery query = TenancyQuery.of(random, Q.of("id__lt", i));
			for (int tenant = 1; tenant <= TENANTS; tenant++) {
				assertThat(inTurn(tenant, query)).isEqualTo(answers(alone.get(tenant - 1), query));
			}
		}
	}

	private static List<Object> inTurn(int tenant, TenancyQuery query) {
		return all.tenants().<List<Object>>call(tenant, () -> answers(all, query));
	}

	private static List<Object> answers(Orm orm, TenancyQuery query) {
		List<Object> answers = query.answers(orm.manager(Buyer.class), (buyer) -> buyer.invoices, (bill) -> bill.lines);
		answers.add(orm.sql("SELECT count(*) FROM buyer").flat(Long.class));
		answers.add(orm.manager(Theme.class).flat("name").list());
		return answers;
	}

}
