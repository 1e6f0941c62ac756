package dev.orm.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.copy.Goods.Delivery;
import dev.orm.copy.Goods.Item;
import dev.orm.copy.Goods.Kind;
import dev.orm.copy.Goods.Shelf;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UniqueViolationException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.expression.Condition;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessResourceFailureException;

import static dev.orm.copy.DeliveryPath.DELIVERY;
import static dev.orm.copy.ItemPath.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** docs/reference/copy.md. */
class CopyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Goods.SCHEMA);

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Item.class, Shelf.class, Delivery.class))
		.build();

	private final Manager<Item> items = this.orm.manager(Item.class);

	@BeforeEach
	void empty() {
		database.truncate("item", "delivery");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void rowsOfAFileAreLoadedByOneStatement() {
		// tag::from[]
		InputStream csv = stream("hammer,12.50,TOOL\n\"doll, red\",7,\n");
		long loaded = this.items.copyFrom(csv, ITEM.name, ITEM.price, ITEM.kind);
		// end::from[]
		assertThat(loaded).isEqualTo(2);
		assertThat(this.items.list())
			.extracting((item) -> item.name, (item) -> item.price.toPlainString(), (item) -> item.kind,
					(item) -> item.loud, (item) -> item.sold)
			.containsExactly(tuple("hammer", "12.50", Kind.TOOL, "HAMMER", false),
					tuple("doll, red", "7.00", null, "DOLL, RED", false));
	}

	@Test
	void rowsOfAQueryAreWrittenAsTheyCome() throws IOException {
		this.items.create(ITEM.name.is("hammer"), ITEM.price.is(12.5), ITEM.shelf.is(1L));
		this.items.create(ITEM.name.is("doll"), ITEM.price.is(7), ITEM.shelf.is(2L));
		// tag::to[]
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		long written = this.items.filter(ITEM.price.gt(10))
			.values(ITEM.name, ITEM.shelf().label)
			.copyTo(file, Copy.csv().header().delimiter(';'));
		// end::to[]
		assertThat(written).isEqualTo(1);
		assertThat(file.toString(StandardCharsets.UTF_8)).endsWith("hammer;top\n").startsWith("name;");
	}

	@Test
	void aConditionIsWrittenIntoTheTextAndListenersSeeIt() {
		try (QueryLog log = QueryLog.start()) {
			this.items.filter(ITEM.name.eq("O'Neil \\ ?"))
				.values(ITEM.name)
				.copyTo(OutputStream.nullOutputStream(), Copy.csv());
			assertThat(log.statements()).containsExactly("COPY (SELECT \"t0\".\"name\" FROM \"item\" \"t0\""
					+ " WHERE \"t0\".\"name\" = ? ORDER BY \"t0\".\"id\" ASC) TO STDOUT WITH (FORMAT csv)");
			assertThat(log.events().get(0).values()).hasToString("[O'Neil \\ ?]");
		}
	}

	@Test
	void allTypesComeBackAsTheyWere() {
		Item item = item("o'neil \\ \"x\"\t\n?");
		this.items.bulkCreate(List.of(item, item("plain"), bare("bare")));
		List<String> before = dump();
		for (Copy format : List.of(Copy.csv(), Copy.text(), Copy.binary(), Copy.csv().quote('|').nulls("~"),
				Copy.text().nulls("none").delimiter(','))) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			String[] fields = { "id", "name", "price", "kind", "tags", "facts", "code", "seal", "day", "seen", "sold",
					"shelf" };
			assertThat(this.items.values(fields).copyTo(file, format)).isEqualTo(3);
			database.truncate("item");
			assertThat(this.items.copyFrom(new ByteArrayInputStream(file.toByteArray()), format, Arrays.asList(fields)))
				.isEqualTo(3);
			assertThat(dump()).as("%s", format).isEqualTo(before);
		}
	}

	@Test
	void valuesOfAllTypesSelectWhatTheySelectElsewhere() {
		this.items.bulkCreate(List.of(item("o'neil \\ \"x\"\t\n?"), item("plain"), bare("bare")));
		List<Condition<Item>> conditions = List.of(ITEM.name.eq("o'neil \\ \"x\"\t\n?"), ITEM.name.contains("\\"),
				ITEM.name.in("plain", "bare"), ITEM.price.gt(new BigDecimal("1.5")), ITEM.kind.eq(Kind.TOY),
				ITEM.tags.contains(List.of("a'b", "c\\d")), ITEM.facts.hasKey("size?"), ITEM.facts.key("size?").eq(3),
				ITEM.code.eq(UUID.fromString("00000000-0000-0000-0000-00000000000a")),
				ITEM.seal.eq(new byte[] { 0, 39, 92, -1 }), ITEM.day.gt(LocalDate.of(2024, 1, 1)),
				ITEM.seen.lt(Instant.parse("2024-03-01T00:00:00Z")), ITEM.sold.isFalse(), ITEM.shelf.eq(2L),
				ITEM.shelf().label.startswith("lo"), ITEM.name.regex("^o'n.*\\?$"), ITEM.id.in(List.of()));
		for (Condition<Item> condition : conditions) {
			List<Long> keys = this.items.filter(condition).flat(ITEM.id).list();
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			this.items.filter(condition).values(ITEM.id).copyTo(file, Copy.csv());
			assertThat(file.toString(StandardCharsets.UTF_8).lines().map(Long::valueOf)).as("%s", condition)
				.isEqualTo(keys);
		}
	}

	@Test
	void aRefusedValueIsToldByLineAndColumnAndNothingStays() {
		InputStream csv = stream("name,price\nhammer,1\nsaw,cheap\n");
		// tag::refused[]
		CopyException refused = assertThrows(CopyException.class,
				() -> this.items.copyFrom(csv, Copy.csv().header(), ITEM.name, ITEM.price));
		assertThat(refused.line()).isEqualTo(3);
		assertThat(refused.column()).isEqualTo("price");
		// end::refused[]
		assertThat(refused).hasMessageStartingWith("Line 3, column price cannot be loaded into item, and no row was:")
			.hasMessageNotContaining("cheap");
		assertThat(this.items.count()).isZero();
	}

	@Test
	void aRowThatBreaksAConstraintIsToldByLine() {
		assertThatExceptionOfType(CopyException.class)
			.isThrownBy(() -> this.items.copyFrom(stream("a,1\nb,1\na,2\n"), ITEM.name, ITEM.price))
			.withCauseInstanceOf(UniqueViolationException.class)
			.satisfies((refused) -> assertThat(refused.line()).isEqualTo(3));
		assertThatExceptionOfType(CopyException.class)
			.isThrownBy(() -> this.items.copyFrom(stream("a,1\nb\n"), ITEM.name, ITEM.price))
			.satisfies((refused) -> assertThat(refused.line()).isEqualTo(2));
	}

	@Test
	void aCopyBelongsToTheTransactionAround() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			this.items.copyFrom(stream("a,1\n"), ITEM.name, ITEM.price);
			ByteArrayOutputStream seen = new ByteArrayOutputStream();
			assertThat(this.items.values(ITEM.name).copyTo(seen, Copy.csv())).isOne();
			throw new IllegalStateException();
		}));
		assertThat(this.items.count()).isZero();
	}

	@Test
	void aFailedCopyRollsBackToItsSavepoint() {
		this.orm.atomic().run(() -> {
			this.items.create(ITEM.name.is("a"), ITEM.price.is(1));
			assertThatExceptionOfType(CopyException.class).isThrownBy(() -> this.orm.atomic()
				.run(() -> this.items.copyFrom(stream("b,1\na,1\n"), ITEM.name, ITEM.price)));
			this.items.create(ITEM.name.is("c"), ITEM.price.is(1));
		});
		assertThat(this.items.flat(ITEM.name).list()).containsExactly("a", "c");
	}

	@Test
	void aStreamThatFailsLeavesNothingBehind() {
		InputStream broken = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("The disk is gone");
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				throw new IOException("The disk is gone");
			}
		};
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.items.copyFrom(broken, ITEM.name, ITEM.price))
			.havingRootCause()
			.withMessage("The disk is gone");
		this.items.bulkCreate(List.of(bare("a"), bare("b")));
		OutputStream full = new OutputStream() {
			@Override
			public void write(int b) {
				throw new IllegalStateException("The disk is full");
			}
		};
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.items.copyTo(full, Copy.csv()))
			.withMessage("The disk is full");
		assertThat(this.items.count()).isEqualTo(2);
	}

	@Test
	void aStreamThatFailsEndsTheTransactionAround() {
		this.items.bulkCreate(List.of(bare("a"), bare("b")));
		OutputStream full = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("The disk is full");
			}
		};
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.orm.atomic().run(() -> {
				this.items.filter(ITEM.name.eq("a")).update(ITEM.price.set(9));
				this.orm.atomic().run(() -> this.items.copyTo(full, Copy.csv()));
			}));
		assertThat(this.items.filter(ITEM.price.eq(9)).exists()).isFalse();
	}

	@Test
	void columnsThatMakeUpNoRowAreRefusedBeforeAnythingIsSent() {
		refused("The rows have nothing for price of Item", () -> this.items.copyFrom(stream(""), ITEM.name));
		refused("The rows have nothing for arrived of Delivery",
				() -> this.orm.manager(Delivery.class).copyFrom(stream(""), DELIVERY.note));
		refused("The rows cannot hold Item.name twice",
				() -> this.items.copyFrom(stream(""), ITEM.name, ITEM.name, ITEM.price));
		refused("Item.loud is computed by the database",
				() -> this.items.copyFrom(stream(""), ITEM.name, ITEM.price, ITEM.loud));
		refused("Name the columns", () -> this.items.copyFrom(stream(""), Copy.csv(), List.of()));
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> this.items.copyFrom(stream(""), ITEM.name, ITEM.shelf().label));
	}

	private static void refused(String message, Runnable work) {
		assertThat(Queries.count(() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(work::run)
			.withMessageContaining(message))).isZero();
	}

	@Test
	void formatsRefuseWhatTheyCannotWrite() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Copy.binary().header())
			.withMessage("binary() takes no HEADER: it is not made of lines");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Copy.text().quote('|'));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Copy.csv().delimiter('ä'));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Copy.csv().encoding("x'y"));
	}

	@Test
	void otherEncodingsAreReadAndWritten() {
		byte[] latin = "Säge,1\n".getBytes(StandardCharsets.ISO_8859_1);
		this.items.copyFrom(new ByteArrayInputStream(latin), Copy.csv().encoding("LATIN1"), ITEM.name, ITEM.price);
		assertThat(this.items.get(ITEM.name.eq("Säge")).loud).isEqualTo("SÄGE");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.items.values(ITEM.name).copyTo(file, Copy.csv().encoding("LATIN1"));
		assertThat(file.toString(StandardCharsets.ISO_8859_1)).isEqualTo("Säge\n");
	}

	@Test
	void instancesAreLoadedByCopyAsTheyWouldBeInserted() {
		List<Item> items = List.of(item("o'neil \\ \"x\"\t\r\n?"), item("plain \\N"), bare("bare"));
		this.items.bulkCreate(items);
		List<String> inserted = dump();
		database.truncate("item");
		List<Item> again = List.of(item("o'neil \\ \"x\"\t\r\n?"), item("plain \\N"), bare("bare"));
		List<String> statements = QueryLog.capture(() -> {
			// tag::copying[]
			this.items.bulkCreate(again, BulkCreateOptions::copying);
			// end::copying[]
		}).statements();
		assertThat(statements).hasSize(2)
			.allMatch((statement) -> statement.startsWith("COPY \"item\" (")
					&& statement.endsWith("FROM STDIN WITH (FORMAT text)"));
		assertThat(dump()).isEqualTo(inserted);
		assertThat(again).allMatch((item) -> item.id == null && !item.isSaved());
	}

	@Test
	void instancesWithKeysAreSavedOnceTheyAreCopied() {
		Item item = item("a");
		item.id = 77L;
		this.items.bulkCreate(List.of(item), BulkCreateOptions::copying);
		assertThat(item.isSaved()).isTrue();
		assertThat(this.items.get(77L)).isEqualTo(item);
	}

	@Test
	void whatTheEngineSetsIsSetBeforeInstancesAreCopied() {
		Delivery delivery = new Delivery();
		delivery.note = "n";
		this.orm.manager(Delivery.class).bulkCreate(List.of(delivery), BulkCreateOptions::copying);
		assertThat(delivery.arrived).isNotNull();
		assertThat(this.orm.manager(Delivery.class).get().arrived).isEqualTo(delivery.arrived);
	}

	@Test
	void manyInstancesAreOneStatementAndTheRefusedOneIsTold() {
		List<Item> many = new ArrayList<>();
		for (int i = 0; i < 60_000; i++) {
			many.add(bare("item " + i));
		}
		Queries.expect(1, () -> this.items.bulkCreate(many, BulkCreateOptions::copying));
		assertThat(this.items.count()).isEqualTo(60_000);
		assertThatExceptionOfType(CopyException.class)
			.isThrownBy(() -> this.items.bulkCreate(List.of(bare("new"), bare("item 7")), BulkCreateOptions::copying))
			.satisfies((refused) -> assertThat(refused.line()).isEqualTo(2));
		assertThat(this.items.count()).isEqualTo(60_000);
	}

	@Test
	void whatCopyCannotDoIsRefused() {
		assertThatExceptionOfType(UnsupportedCombinationException.class)
			.isThrownBy(
					() -> this.items.bulkCreate(List.of(bare("a")), (options) -> options.copying().ignoringConflicts()))
			.withMessageStartingWith("COPY knows no conflicts");
	}

	private static Item item(String name) {
		Item item = bare(name);
		item.price = new BigDecimal("12.50");
		item.kind = Kind.TOY;
		item.tags = Arrays.asList("a'b", "c\\d", null, "e,\"f\"");
		item.facts = Map.of("size?", 3, "text", "x\ty\\n");
		item.code = UUID.fromString("00000000-0000-0000-0000-00000000000a");
		item.seal = new byte[] { 0, 39, 92, -1 };
		item.day = LocalDate.of(2024, 2, 29);
		item.seen = Instant.parse("2024-02-29T12:00:00.123456Z");
		item.sold = false;
		item.shelf = ForeignKey.ofId(2L);
		return item;
	}

	private static Item bare(String name) {
		Item item = new Item();
		item.name = name;
		item.price = BigDecimal.ONE;
		return item;
	}

	private List<String> dump() {
		return this.orm.sql("SELECT i::text FROM item i ORDER BY id").flat(String.class);
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
