package dev.orm.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.session.TenantResolver;
import dev.orm.tenancy.Office;
import dev.orm.tenancy.Office.Client;
import dev.orm.tenancy.Office.Invoice;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static dev.orm.Functions.sum;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.tenancy.ClientPath.CLIENT;
import static dev.orm.tenancy.InvoicePath.INVOICE;

/** The tenant stands on each table of each statement. */
class TenancyGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Office.database();

	private static final TenantResolver FIRST = () -> Optional.of(1L);

	private static final Orm orm = Office.orm(database.dataSource())
		.session((session) -> session.tenants(FIRST))
		.build();

	private final Manager<Client> clients = orm.manager(Client.class);

	private final Manager<Invoice> invoices = orm.manager(Invoice.class);

	@BeforeEach
	void fill() {
		Office.fill(database);
	}

	@Test
	void joinsOfAnyKind() {
		Golden.check("tenancy/joins", () -> {
			this.clients.filter(CLIENT.invoices().lines().amount.gt(5)).flat("name").list();
			this.clients.annotate(count(CLIENT.topics()).as("number")).flat("number").list();
			this.invoices.selectRelated(INVOICE.client()).list();
			this.invoices.filter(INVOICE.client().name.eq("ann")).flat("number").list();
		});
	}

	@Test
	void subqueriesOfAnyKind() {
		Golden.check("tenancy/subqueries", () -> {
			this.clients.filter(exists(this.invoices.filter(INVOICE.client().id.eq(outer(CLIENT.id)))))
				.flat("name")
				.list();
			this.clients.exclude(CLIENT.invoices().number.gt(1)).flat("name").list();
			this.invoices.filter("client__in", this.clients.filter(CLIENT.name.eq("ann"))).flat("number").list();
			this.clients.all()
				.aggregatePerRelation()
				.annotate(count(CLIENT.invoices()).as("number"))
				.flat("number")
				.list();
		});
	}

	@Test
	void handlesAndPrefetches() {
		Client client = this.clients.get(1L);
		Invoice invoice = this.invoices.get(1L);
		Golden.check("tenancy/related", () -> {
			client.getInvoices().list();
			client.getTopics().count();
			invoice.getClient();
			this.clients.prefetchRelated(CLIENT.invoices().lines(), CLIENT.topics()).list();
		});
	}

	@Test
	void rowsOfGeneratedJoinTables() {
		Client client = this.clients.get(2L);
		Golden.check("tenancy/join_rows", () -> Undone.work(orm, () -> {
			this.clients.filter(CLIENT.interests().name.eq("work")).flat("name").list();
			this.clients.prefetchRelated(CLIENT.interests()).list();
			client.getInterests().addKeys(1L);
			client.getInterests().set(List.of());
			client.getInterests().addKeys(1L);
			client.getInterests().clear();
		}));
	}

	@Test
	void slicesSetsAndWindows() {
		Golden.check("tenancy/shapes", () -> {
			this.clients
				.prefetchRelated(prefetch(CLIENT.invoices(), this.invoices.orderBy(INVOICE.number.desc()).slice(0, 2)))
				.list();
			this.clients.filter(CLIENT.name.eq("ann")).union(this.clients.filter(CLIENT.name.eq("bob"))).list();
			this.invoices
				.annotate(over(rowNumber()).partitionBy(INVOICE.client).orderBy(INVOICE.number.asc()).as("place"))
				.filter("place", 1)
				.flat("number")
				.list();
			this.invoices.orderBy("client", "number").distinct("client").flat("number").list();
			this.invoices.values(INVOICE.client().name, sum(INVOICE.lines().amount)).list();
			this.clients.inBulk(List.of(1L, 3L));
			this.clients.filter(CLIENT.name.eq("ann")).exists();
			this.clients.filter(CLIENT.invoices().number.gt(1)).distinct().count();
		});
	}

	@Test
	void writesThatReadOtherTables() {
		Client client = this.clients.get(1L);
		Invoice invoice = this.invoices.get(1L);
		Golden.check("tenancy/reading_writes", () -> Undone.work(orm, () -> {
			this.clients.save(Client.of("dan", "8"));
			this.clients.bulkCreate(List.of(Client.of("eve", "9")));
			this.clients.getOrCreate(Map.of("code", "fay"), Map.of("name", "fay", "tax", "10"));
			client.getInvoices().create(INVOICE.number.is(7));
			this.clients.validate(Client.of("b", "2"));
			this.invoices.validate(invoice);
			this.invoices.filter(INVOICE.client().name.eq("ann")).update(INVOICE.number.set(INVOICE.number.plus(1)));
			this.clients.filter(CLIENT.invoices().number.gt(1)).update(CLIENT.name.set("x"));
			this.invoices.filter(INVOICE.client().name.eq("nobody")).delete();
			this.invoices.selectRelated(INVOICE.client()).selectForUpdate().list();
		}));
	}

	@Test
	void locksAndWrites() {
		Client client = this.clients.get(1L);
		Golden.check("tenancy/writes", () -> Undone.work(orm, () -> {
			this.clients.filter(CLIENT.name.eq("ann")).selectForUpdate().list();
			this.clients.save(client);
			this.clients.bulkUpdate(List.of(client), "name");
			this.clients.bulkCreate(List.of(Client.of("cid", "9")),
					(how) -> how.updatingConflicts(List.of("code"), List.of("name")));
			this.clients.filter(CLIENT.name.eq("bob")).update(CLIENT.name.set("rob"));
			this.clients.refresh(client);
			this.clients.delete(client);
		}));
	}

	@Test
	void workForAllNamesNoTenant() {
		Golden.check("tenancy/all", () -> orm.tenants().all(() -> {
			this.clients.filter(CLIENT.invoices().number.eq(1)).flat("name").list();
		}));
	}

}
