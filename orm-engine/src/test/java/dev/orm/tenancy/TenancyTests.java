package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UniqueViolationException;
import dev.orm.model.ForeignKey;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.persist.Deleted;
import dev.orm.persist.SaveOptions;
import dev.orm.session.CrossTenantException;
import dev.orm.session.NoTenantException;
import dev.orm.session.Tenants;
import dev.orm.tenancy.Office.Client;
import dev.orm.tenancy.Office.Company;
import dev.orm.tenancy.Office.Invoice;
import dev.orm.tenancy.Office.Line;
import dev.orm.tenancy.Office.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.Functions.count;
import static dev.orm.Functions.sum;
import static dev.orm.tenancy.ClientPath.CLIENT;
import static dev.orm.tenancy.InvoicePath.INVOICE;
import static dev.orm.tenancy.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rows of a tenant are seen and written for it alone. */
class TenancyTests {

	@RegisterExtension
	static final TestDatabase database = Office.database();

	private static final HikariDataSource guarded = Office.pool(database, 2);

	private Optional<Object> current = Optional.of(1L);

	private final Orm orm = Office.orm(database.dataSource())
		.session((session) -> session.tenants(() -> this.current))
		.build();

	private final Tenants tenants = this.orm.tenants();

	private final Manager<Client> clients = this.orm.manager(Client.class);

	private final Manager<Invoice> invoices = this.orm.manager(Invoice.class);

	private final Manager<Topic> topics = this.orm.manager(Topic.class);

	@BeforeEach
	void fill() {
		Office.fill(database);
	}

	@AfterAll
	static void close() {
		guarded.close();
	}

	@Test
	void aQuerySeesTheRowsOfTheCurrentTenant() {
		assertThat(this.clients.list()).extracting((client) -> client.id).containsExactly(1L, 2L);
		assertThat(this.clients.filter(CLIENT.invoices().lines().amount.gt(1)).distinct().count()).isEqualTo(1);
		assertThat(this.clients.aggregate(count(CLIENT.invoices()))).isEqualTo(2);
		assertThat(this.clients.find(3L)).isEmpty();
		assertThat(this.tenants.<Long>call(2L, () -> this.clients.count())).isEqualTo(1);
		assertThat(this.invoices.get(1L).client.get().name).isEqualTo("ann");
		assertThat(this.clients.get(1L).topics.list()).hasSize(1);
	}

	@Test
	void withoutATenantNothingIsAnswered() {
		this.current = Optional.empty();
		assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> this.clients.count())
			.withMessageContaining("TenantResolver");
		assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> this.clients.save(Client.of("cid", "4")))
			.returns("Client", NoTenantException::model)
			.returns("company", NoTenantException::attribute);
		assertThat(this.orm.manager(Company.class).count()).isEqualTo(2);
	}

	@Test
	void workForAllSeesAllAndSaysWhoseARowIs() {
		// tag::tenants[]
		this.tenants.run(2L, () -> this.clients.create(CLIENT.name.is("cid"), CLIENT.code.is("c"), CLIENT.tax.is("4")));
		long ofAll = this.tenants.<Long>all(() -> this.clients.count());
		// end::tenants[]
		assertThat(ofAll).isEqualTo(4);
		assertThat(this.clients.count()).isEqualTo(2);
		this.tenants.all(() -> {
			assertThatExceptionOfType(NoTenantException.class)
				.isThrownBy(() -> this.clients.save(Client.of("dan", "5")));
			Client dan = Client.of("dan", "5");
			dan.company = ForeignKey.ofId(2L);
			this.clients.save(dan);
			assertThat(this.clients.count()).isEqualTo(5);
		});
		assertThat(this.clients.count()).isEqualTo(2);
	}

	@Test
	void insertsSetTheTenant() {
		Client saved = this.clients.save(Client.of("cid", "4"));
		assertThat(saved.company.id()).isEqualTo(1L);
		this.clients.bulkCreate(List.of(Client.of("dan", "5"), Client.of("eve", "6")));
		assertThat(this.clients.count()).isEqualTo(5);
		assertThat(this.clients.get(1L).invoices.create(INVOICE.number.is(9)).company.id()).isEqualTo(1L);
		assertThat(this.clients.getOrCreate(Map.of("code", "z"), Map.of("name", "z", "tax", "z")).created()).isTrue();
	}

	@Test
	void aRowForAnotherTenantIsRefused() {
		Client other = Client.of("cid", "4");
		other.company = ForeignKey.ofId(2L);
		assertThatExceptionOfType(CrossTenantException.class).isThrownBy(() -> this.clients.save(other))
			.satisfies((ex) -> assertThat(ex.model()).isEqualTo("Client"));
		assertThatExceptionOfType(CrossTenantException.class).isThrownBy(() -> this.clients.bulkCreate(List.of(other)));
		Client own = this.clients.get(1L);
		own.company = ForeignKey.ofId(2L);
		assertThatExceptionOfType(CrossTenantException.class).isThrownBy(() -> this.clients.save(own));
		assertThatExceptionOfType(CrossTenantException.class)
			.isThrownBy(() -> this.clients.all().update(Map.of("company", 2L)));
		assertThatExceptionOfType(CrossTenantException.class)
			.isThrownBy(() -> this.clients.bulkUpdate(List.of(own), "company"));
	}

	@Test
	void anInstanceOfAnotherTenantIsNotPointedTo() {
		Client other = this.tenants.call(2L, () -> this.clients.get(3L));
		Topic rest = this.tenants.call(2L, () -> this.topics.create(TOPIC.name.is("rest")));
		foreign(() -> this.invoices.all().update(INVOICE.client.set(other)), "client", "Invoice");
		foreign(() -> this.clients.get(1L).interests.add(rest), "interests", "Client");
		foreign(() -> RelatedManager.of(rest, TOPIC.interested()).add(this.clients.get(1L)), "interested", "Topic");
		Invoice invoice = this.invoices.first().orElseThrow();
		invoice.client = ForeignKey.to(other);
		foreign(() -> this.invoices.save(invoice), "client", "Invoice");
	}

	private static void foreign(Runnable write, String relation, String model) {
		QueryLog log = QueryLog
			.capture(() -> assertThatExceptionOfType(CrossTenantException.class).isThrownBy(write::run)
				.withMessage("'%s' of %s would lead to a row of another tenant. hint: point it to a row of the same one"
					.formatted(relation, model)));
		assertThat(log.events()).extracting(QueryEvent::operation).doesNotContain(Operation.UPDATE, Operation.INSERT);
	}

	@Test
	void workForNobodyIsNotThatOfTheCallersTenant() {
		Company unsaved = new Company();
		assertThatExceptionOfType(NoTenantException.class)
			.isThrownBy(() -> this.tenants.run(unsaved.id, () -> this.clients.count()))
			.withMessageStartingWith("The key of the tenant to work for is null.");
		assertThatExceptionOfType(NoTenantException.class)
			.isThrownBy(() -> this.tenants.all(() -> this.tenants.run(unsaved.id, () -> this.clients.count())));
		assertThat(this.clients.count()).isEqualTo(2);
	}

	@Test
	void whatIsWrittenForAllSaysWhoseItIs() {
		assertThatExceptionOfType(NoTenantException.class)
			.isThrownBy(() -> this.tenants.all(() -> this.clients.save(Client.of("cid", "4"))))
			.withMessageStartingWith(
					"Nobody is the tenant inside of tenants.all(…), and 'company' of Client is not set.");
	}

	@Test
	void sqlIsRunTheRightWayWhereSettingsGoAlong() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.orm.sql("UPDATE client SET name = name WHERE false").rows())
			.withMessageContaining("run such a one by update()");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.orm.sql("SELECT 1").update())
			.withMessageContaining("read them, by rows() or list(…)");
		this.orm.script("SELECT 1; UPDATE client SET name = 'new' WHERE id = 1; SELECT 2");
		assertThat(this.clients.get(1L).name).isEqualTo("new");
	}

	@Test
	void aRowOfAnotherTenantIsNotThere() {
		Client other = this.tenants.call(2L, () -> this.clients.get(3L));
		other.name = "mine";
		assertThatExceptionOfType(CrossTenantException.class).isThrownBy(() -> this.clients.save(other));
		assertThatExceptionOfType(CrossTenantException.class)
			.isThrownBy(() -> this.clients.bulkUpdate(List.of(other), "name"));
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.clients.refresh(other));
		assertThat(this.clients.delete(other)).isEqualTo(Deleted.NOTHING);
		Client forged = Client.of("forged", "9");
		forged.id = 3L;
		assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> this.clients.save(forged));
		assertThat(this.tenants.<String>call(2L, () -> this.clients.get(3L).name)).isEqualTo("ann");
	}

	@Test
	void ownRowsAreWrittenByKeyAndTenant() {
		Client own = this.clients.get(1L);
		own.name = "anne";
		this.clients.save(own);
		own.code = "x";
		assertThat(this.clients.bulkUpdate(List.of(own), "code")).isEqualTo(1);
		assertThat(this.clients.get(1L)).extracting((client) -> client.name, (client) -> client.code)
			.containsExactly("anne", "x");
		assertThat(this.clients.filter(CLIENT.code.eq("x")).update(CLIENT.name.set("a"))).isEqualTo(1);
		assertThat(this.clients.delete(own).perModel()).containsEntry("Invoice", 2L).containsEntry("Line", 3L);
	}

	@Test
	void whatIsUniqueIsSoWithinATenant() {
		this.tenants.run(2L, () -> this.clients.save(Client.of("b", "4")));
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.clients.save(Client.of("b", "5")));
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.clients.save(Client.of("new", "3")));
		Client again = Client.of("b", "6");
		this.clients.bulkCreate(List.of(again), (how) -> how.updatingConflicts(List.of("code"), List.of("tax")));
		assertThat(this.clients.filter(CLIENT.code.eq("b")).list()).singleElement()
			.satisfies((found) -> assertThat(found.tax).isEqualTo("6"));
	}

	@Test
	void validationAsksWithTheTenantThatTheInsertWouldSet() {
		Client taken = Client.of("b", "9");
		QueryLog log = QueryLog
			.capture(() -> assertThat(this.clients.validate(taken).all()).singleElement().satisfies((error) -> {
				assertThat(error.code()).isEqualTo("unique");
				assertThat(error.field()).isEqualTo("code");
				assertThat(error.message()).isEqualTo("Client with this Code already exists.");
			}));
		assertThat(log.statements()).singleElement().asString().contains("\"company_id\" =");
		assertThat(taken.company.id()).isNull();
		assertThat(this.tenants.call(2L, () -> this.clients.validate(taken)).isEmpty()).isTrue();
		taken.code = "new";
		this.clients.save(taken, SaveOptions::validating);
		assertThat(taken.company.id()).isEqualTo(1L);
	}

	@Test
	void aViolationIsExplainedAtTheFieldAsValidationWouldHave() {
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.clients.save(Client.of("b", "9")))
			.satisfies((refused) -> assertThat(this.clients.explain(refused).byField())
				.containsExactly(Map.entry("code", List.of("Client with this Code already exists."))));
	}

	@Test
	void validationRefusesAKeyOfAnotherTenant() {
		Invoice invoice = new Invoice();
		invoice.client = ForeignKey.ofId(3L);
		assertThat(this.invoices.validate(invoice).codes()).containsExactly("invalid");
		assertThat(this.tenants.call(2L, () -> this.invoices.validate(invoice)).isEmpty()).isTrue();
		assertThat(this.tenants.call(2L, () -> this.invoices.validate(invoice, (how) -> how.only(INVOICE.client)))
			.isEmpty()).isTrue();
		assertThat(this.invoices.validate(invoice, (how) -> how.only(INVOICE.client)).codes())
			.containsExactly("invalid");
	}

	@Test
	void oneFieldIsUniqueWithinItsTenantWhereItAloneIsLookedAt() {
		Client taken = Client.of("b", "9");
		assertThat(this.clients.validate(taken, (how) -> how.only(CLIENT.code)).codes()).containsExactly("unique");
		assertThat(this.clients.validate(taken, (how) -> how.only(CLIENT.code).withoutUnique()).isEmpty()).isTrue();
	}

	@Test
	void validationMissesTheTenantOfWorkForAll() {
		assertThat(this.tenants.all(() -> this.clients.validate(Client.of("b", "9"))).byField())
			.containsOnlyKeys("company");
		this.current = Optional.empty();
		assertThat(this.clients.validate(Client.of("b", "9")).byField()).containsOnlyKeys("company");
	}

	@Test
	void anUpsertThatCouldMeetAnotherTenantsRowIsRefused() {
		Client forged = Client.of("forged", "3");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.clients.bulkCreate(List.of(forged),
					(how) -> how.updatingConflicts(List.of("tax"), List.of("name"))))
			.withMessageContaining("by [tax] could meet a row of another tenant");
	}

	@Test
	void aForeignKeyLeadsToNoOtherTenantsRow() {
		Invoice crossing = new Invoice();
		crossing.number = 5;
		crossing.client = ForeignKey.ofId(3L);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.invoices.save(crossing));
	}

	@Test
	void sqlByHandSeesTheRowsOfTheTenantToo() {
		Orm app = Office.orm(guarded).session((session) -> session.tenants(() -> this.current)).build();
		assertThat(app.sql("SELECT name FROM client ORDER BY id").flat(String.class)).containsExactly("ann", "bob");
		assertThat(app.tenants().<List<Long>>all(() -> app.sql("SELECT count(*) FROM client").flat(Long.class)))
			.containsExactly(3L);
		this.current = Optional.empty();
		assertThat(app.sql("SELECT name FROM client").flat(String.class)).isEmpty();
	}

	@Test
	void nothingStaysOnTheConnection() {
		Orm app = Office.orm(guarded).session((session) -> session.tenants(() -> this.current)).build();
		assertThat(app.manager(Client.class).count()).isEqualTo(2);
		app.atomic().run(() -> assertThat(app.manager(Client.class).count()).isEqualTo(2));
		JdbcClient client = JdbcClient.create(guarded);
		for (int i = 0; i < 4; i++) {
			assertThat(client.sql("SELECT count(*) FROM client").query(Long.class).single()).isZero();
		}
	}

	@Test
	void allOperationsPassThePolicies() {
		Orm app = Office.orm(guarded).session((session) -> session.tenants(() -> this.current)).build();
		Manager<Client> own = app.manager(Client.class);
		Client made = own.save(Client.of("cid", "4"));
		own.bulkCreate(List.of(Client.of("dan", "5")));
		made.name = "sid";
		own.save(made);
		own.refresh(made);
		assertThat(own.filter(CLIENT.tax.gt("3")).update(CLIENT.name.set("x"))).isEqualTo(2);
		try (Stream<Client> stream = own.all().stream(1)) {
			assertThat(stream.toList()).hasSize(4);
		}
		app.atomic().run(() -> {
			assertThat(own.selectForUpdate().list()).hasSize(4);
			assertThat(own.delete(made).total()).isEqualTo(1);
			app.tenants().run(2L, () -> assertThat(own.count()).isEqualTo(1));
			assertThat(own.count()).isEqualTo(3);
		});
		assertThat(app.manager(Line.class).aggregate(sum("amount"))).isNotNull();
		assertThat(app.manager(Topic.class).count()).isEqualTo(1);
	}

	@Test
	void tenantsThatShareAConnectionDoNotMeet() {
		Orm app = Office.orm(guarded).build();
		List<CompletableFuture<Boolean>> work = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			long tenant = 1L + i % 2;
			work.add(CompletableFuture.supplyAsync(() -> app.tenants()
				.<Boolean>call(tenant,
						() -> app.manager(Client.class).count() == ((tenant == 1) ? 2 : 1)
								&& app.sql("SELECT count(*) FROM client")
									.flat(Long.class)
									.equals(List.of((tenant == 1) ? 2L : 1L)))));
		}
		assertThat(work).allSatisfy((each) -> assertThat(each.join()).isTrue());
	}

}
