package dev.orm.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.error.ReadOnlyTransactionException;
import dev.orm.execute.Database;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import dev.orm.test.Shop;
import dev.orm.transaction.Isolation;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which statement goes where, why, and in how many round trips: the table of the page.
 */
class RoutingTableTests {

	@RegisterExtension
	static final TestCluster servers = TestCluster.start(Shop.statements());

	private static final Path TABLE = Path.of("src/test/resources/golden/replicas/table.txt");

	private static final CountingProxy toPrimary = new CountingProxy(servers.primary().port());

	private static final CountingProxy toEast = new CountingProxy(servers.east().port());

	private static final Replicas replicas = servers.open(ReplicaSettings.DEFAULT, new ServerQuestions(),
			List.of(servers.east()), (server) -> (server == servers.primary()) ? toPrimary.url() : toEast.url());

	private static final Database DATABASE = Database.of(replicas);

	private static final Orm orm = Shop.builder(DATABASE).build();

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	private static final JdbcClient jdbc = JdbcClient.create(replicas.dataSource());

	@BeforeAll
	static void waitForTheStandby() {
		TestCluster.await(() -> TestCluster.isIn(replicas, "east"));
	}

	@AfterAll
	static void closeTheProxies() {
		toPrimary.close();
		toEast.close();
	}

	@Test
	void eachStatementGoesWhereTheTableSays() throws IOException {
		StringBuilder table = new StringBuilder();
		table.append("== nothing was written\n");
		statements().forEach((name, work) -> table.append(line(name, work, false)));
		table.append("== after an own write that no replica has\n");
		servers.east().pauseReplay();
		statements().forEach((name, work) -> table.append(line(name, work, true)));
		servers.east().resumeReplay();
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(TABLE.getParent());
			Files.writeString(TABLE, table);
		}
		assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
	}

	private static Map<String, Runnable> statements() {
		Map<String, Runnable> all = new LinkedHashMap<>();
		all.put("list()", () -> products.slice(0, 2).list());
		all.put("get of a foreign key", () -> products.get(PRODUCT.id.eq(1L)).getCategory().get());
		all.put("prefetchRelated", () -> categories.prefetchRelated(CATEGORY.products()).list());
		all.put("stream()", () -> {
			try (Stream<Product> rows = products.orderBy(PRODUCT.id.asc()).stream(2)) {
				rows.forEach((row) -> {
				});
			}
		});
		all.put("fromPrimary()", () -> products.using(Route.DEFAULT.on(Target.PRIMARY)).count());
		all.put("fromReplica()", () -> products.using(Route.DEFAULT.on(Target.REPLICA)).count());
		all.put("raw()", () -> tags.raw("SELECT * FROM shop_tag WHERE id = 1").list());
		all.put("refresh()", () -> products.refresh(products.using(Route.DEFAULT.on(Target.PRIMARY)).first().get()));
		all.put("getOrCreate(), found", () -> tags.getOrCreate(TAG.name.is("sale")));
		all.put("update()", () -> tags.filter(TAG.id.eq(-1L)).update(TAG.name.set("x")));
		all.put("JdbcClient, nothing around", RoutingTableTests::ask);
		all.put("atomic.readOnly(), two reads", () -> orm.atomic().readOnly().run(() -> {
			products.count();
			tags.count();
		}));
		all.put("@Transactional(readOnly = true), JdbcClient",
				() -> readOnly().executeWithoutResult((status) -> ask()));
		all.put("read-only and serializable",
				() -> orm.atomic().readOnly().isolation(Isolation.SERIALIZABLE).run(() -> products.count()));
		all.put("read-only, nothing in it", () -> orm.atomic().readOnly().run(() -> {
		}));
		all.put("atomic, a read and a write", () -> orm.atomic().run(() -> {
			products.count();
			tags.filter(TAG.id.eq(-1L)).update(TAG.name.set("x"));
		}));
		all.put("atomic, selectForUpdate()",
				() -> orm.atomic().run(() -> products.selectForUpdate().get(PRODUCT.id.eq(1L))));
		all.put("atomic, fromReplica()",
				() -> orm.atomic().run(() -> products.using(Route.DEFAULT.on(Target.REPLICA)).count()));
		all.put("atomic, nothing in it", () -> orm.atomic().run(() -> {
		}));
		return all;
	}

	private static void ask() {
		jdbc.sql("SELECT count(*) FROM shop_tag").query(Long.class).single();
	}

	private static TransactionTemplate readOnly() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setReadOnly(true);
		definition.setName("shop.Reports.list");
		return new TransactionTemplate(DATABASE.transactionManager(), definition);
	}

	/**
	 * Run it twice, and count the second time: connections are there, plans are known.
	 */
	private static String line(String name, Runnable work, boolean afterWrite) {
		List<String> seen = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			if (!afterWrite) {
				waitUntilFresh();
			}
			UnitOfWork.run(() -> {
				if (afterWrite) {
					replicas.wrote();
				}
				seen.add(measured(work));
			});
		}
		return "%-46s%s%n".formatted(name, seen.get(1));
	}

	private static void waitUntilFresh() {
		TestCluster.await(() -> QueryLog.capture(() -> tags.count()).events().get(0).destination().isReplica());
	}

	private static String measured(Runnable work) {
		int primary = toPrimary.roundTrips();
		int east = toEast.roundTrips();
		QueryLog log = QueryLog.capture(work);
		String sent = log.events().stream().map(RoutingTableTests::sent).distinct().collect(Collectors.joining(", "));
		return "%d + %d round trips  %s".formatted(toPrimary.roundTrips() - primary, toEast.roundTrips() - east, sent)
			.strip();
	}

	private static String sent(QueryEvent event) {
		return event.destination().server() + " (" + event.destination().reason().label() + ")";
	}

	@Test
	void aWriteInAReadOnlyTransactionIsNotSent() {
		assertThatExceptionOfType(ReadOnlyTransactionException.class)
			.isThrownBy(() -> readOnly()
				.executeWithoutResult((status) -> tags.filter(TAG.id.eq(1L)).update(TAG.name.set("x"))))
			.withMessageContaining("UPDATE \"shop_tag\"")
			.withMessageContaining("begun by shop.Reports.list")
			.withMessageContaining("REQUIRES_NEW");
	}

	@Test
	void aLockInAReadOnlyTransactionIsNotSent() {
		QueryLog log = QueryLog.capture(() -> assertThatExceptionOfType(ReadOnlyTransactionException.class)
			.isThrownBy(() -> readOnly().executeWithoutResult((status) -> products.selectForUpdate().list()))
			.withMessageContaining("selectForUpdate()")
			.withMessageContaining("begun by shop.Reports.list"));
		assertThat(log.count()).isZero();
	}

	@Test
	void aReadOnlyTransactionIsAnsweredByOneServer() {
		waitUntilFresh();
		List<String> addresses = new ArrayList<>();
		readOnly().executeWithoutResult((status) -> {
			for (int i = 0; i < 3; i++) {
				addresses.add(jdbc.sql("SELECT inet_server_port()::text").query(String.class).single());
			}
		});
		assertThat(addresses).containsOnly(String.valueOf(servers.east().port()));
	}

	@Test
	void aStreamAndWhatItFetchesStayOnOneServer() {
		waitUntilFresh();
		QueryLog log = QueryLog.capture(() -> {
			try (Stream<Category> rows = categories.prefetchRelated(CATEGORY.products()).orderBy("id").stream(2)) {
				assertThat(rows.count()).isPositive();
			}
		});
		assertThat(log.events()).hasSizeGreaterThan(1).allMatch((event) -> event.destination().server().equals("east"));
	}

}
