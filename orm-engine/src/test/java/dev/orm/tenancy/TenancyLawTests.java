package dev.orm.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import dev.orm.Orm;
import dev.orm.expression.Q;
import dev.orm.tenancy.Office.Client;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of tenancy: a query for a tenant over all rows answers as one for all over its
 * rows alone. Two databases have the same rows, but one has those of one tenant only; a
 * failure names the seed.
 */
class TenancyLawTests {

	@RegisterExtension
	static final TestDatabase shared = Office.database();

	@RegisterExtension
	static final TestDatabase alone = Office.database();

	private static final int QUERIES = 8;

	private static final String FILL = """
			INSERT INTO company (name) VALUES ('red'), ('blue');
			INSERT INTO client (company_id, name, code, tax)
				SELECT 1 + n % 2, 'n' || n % 7, 'c' || n, 't' || n FROM generate_series(1, 20) n;
			INSERT INTO invoice (company_id, number, client_id)
				SELECT 1 + c % 2, n, c FROM generate_series(1, 20) c, generate_series(1, 3) n WHERE (c + n) % 3 > 0;
			INSERT INTO line (company_id, amount, invoice_id)
				SELECT company_id, (id * 7) % 20, id FROM invoice;
			INSERT INTO topic (company_id, name) SELECT 1 + n % 2, 'p' || n % 3 FROM generate_series(1, 6) n;
			INSERT INTO subject (company_id, client_id, topic_id)
				SELECT 1 + c % 2, c, t FROM generate_series(1, 20) c, generate_series(1, 6) t
				WHERE c % 2 = t % 2 AND (c + t) % 3 = 0;
			""";

	private static final String[] TABLES = { "subject", "line", "invoice", "client", "topic" };

	private static Orm tenant;

	private static Orm all;

	@BeforeAll
	static void fill() {
		for (TestDatabase database : List.of(shared, alone)) {
			database.truncate("company", "client", "invoice", "line", "topic", "subject");
			database.execute(FILL);
		}
		for (String table : TABLES) {
			alone.execute("DELETE FROM " + table + " WHERE company_id <> 1");
		}
		tenant = Office.orm(shared.dataSource()).session((session) -> session.tenants(() -> Optional.of(1L))).build();
		all = Office.orm(alone.dataSource()).build();
	}

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aTenantSeesItsRowsAsIfThereWereNoOthers(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < QUERIES; i++) {
			TenancyQuery query = TenancyQuery.of(random, Q.of("company__client__name", "n" + i % 7));
			List<Object> here = query.answers(tenant.manager(Client.class), Client::getInvoices,
					(invoice) -> invoice.lines);
			List<Object> there = all.tenants()
				.<List<Object>>all(() -> query.answers(all.manager(Client.class), Client::getInvoices,
						(invoice) -> invoice.lines));
			assertThat(here).isEqualTo(there);
		}
	}

}
