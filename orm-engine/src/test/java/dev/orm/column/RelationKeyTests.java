package dev.orm.column;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.KeysetPage;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.Bills.Bill;
import dev.orm.column.Bills.Goods;
import dev.orm.column.Bills.Item;
import dev.orm.column.Bills.ItemKey;
import dev.orm.column.Bills.Note;
import dev.orm.column.Bills.PlainKey;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.ProtectedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UniqueViolationException;
import dev.orm.history.Version;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.column.BillPath.BILL;
import static dev.orm.column.GoodsPath.GOODS;
import static dev.orm.column.ItemPath.ITEM;
import static dev.orm.column.NotePath.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys of several columns, of which some are foreign keys. */
class RelationKeyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(List.of(), Bill.class, Goods.class, Item.class, Note.class));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Bill.class, Goods.class, Item.class, Note.class))
		.build();

	private final Manager<Bill> bills = orm.manager(Bill.class);

	private final Manager<Goods> goods = orm.manager(Goods.class);

	private final Manager<Item> items = orm.manager(Item.class);

	private final Manager<Note> notes = orm.manager(Note.class);

	private Bill first;

	private Bill second;

	private Goods jam;

	private Goods tea;

	@BeforeEach
	void store() {
		database.truncate("item", "note", "note_history", "bill", "goods");
		this.first = this.bills.save(Bills.bill("Ann"));
		this.second = this.bills.save(Bills.bill("Bob"));
		this.jam = this.goods.save(Bills.goods("jam"));
		this.tea = this.goods.save(Bills.goods("tea"));
		this.items.save(Bills.item(this.first, this.jam, 1));
		this.items.save(Bills.item(this.first, this.tea, 2));
		this.items.save(Bills.item(this.second, this.jam, 3));
	}

	private List<Integer> amounts() {
		return this.items.orderBy("amount").flat(ITEM.amount).list();
	}

	@Test
	void theColumnsOfForeignKeysAreTheKey() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Bill.class, Goods.class, Item.class)).toString())
			.contains("column item.bill_id bigint not null", "column item.goods_id varchar(20) not null",
					"(bill_id, goods_id)");
	}

	@Test
	void aRecordNamesTheParts() {
		// tag::use[]
		Item item = this.items.get(new ItemKey(this.first, this.jam));
		Item byKeys = this.items.get(List.of(this.first.id, "jam"));
		Map<Object, Item> found = this.items.inBulk(List.of(new ItemKey(this.first, this.tea)));
		List<Item> both = this.items
			.filter("pk__in", List.of(new ItemKey(this.first, this.jam), new ItemKey(this.second, this.jam)))
			.list();
		// end::use[]
		assertThat(item).isEqualTo(byKeys);
		assertThat(item.amount).isEqualTo(1);
		assertThat(found.get(new ItemKey(this.first, this.tea)).amount).isEqualTo(2);
		assertThat(both).extracting((one) -> one.amount).containsExactlyInAnyOrder(1, 3);
	}

	@Test
	void componentsAreFoundByTheirNames() {
		assertThat(this.items.get(new PlainKey("tea", this.first.id)).amount).isEqualTo(2);
		assertThat(this.items.filter("pk", new PlainKey("jam", this.second.id)).get().amount).isEqualTo(3);
		assertThat(this.items.exclude("pk", new PlainKey("jam", this.second.id)).count()).isEqualTo(2);
		assertThat(this.items.reference(new PlainKey("tea", this.first.id)).pk())
			.isEqualTo(List.of(this.first.id, "tea"));
	}

	@Test
	void instancesStandForTheirKeysInLists() {
		assertThat(this.items.get(List.of(this.first, this.tea)).amount).isEqualTo(2);
		assertThat(this.items.find(List.of(this.second, this.tea))).isEmpty();
	}

	@Test
	void instancesStandForTheirKeysInFilters() {
		Item item = this.items.get(List.of(this.first.id, "jam"));
		PlainKey other = new PlainKey("jam", this.second.id);
		assertThat(this.items.filter("pk", item).get()).isEqualTo(item);
		assertThat(this.items.filter("pk", List.of(this.first, this.jam)).get()).isEqualTo(item);
		assertThat(this.items.filter("pk__in", List.of(List.of(this.first, this.jam), other, item)).count())
			.isEqualTo(2);
		assertThat(this.items.exclude("pk__in", List.of(other, item)).get().amount).isEqualTo(2);
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.items.filter("pk__in", List.of(this.first)).list())
			.withMessageContaining("Must be a 'Item' instance");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.items.filter("pk", new Item()).list())
			.withMessageContaining("must be saved");
	}

	@Test
	void rowsOnTheFarSideAreComparedByAllPartsOfTheirKeys() {
		Item item = this.items.get(List.of(this.first.id, "jam"));
		assertThat(this.goods.filter("items", item).get()).isEqualTo(this.jam);
		assertThat(this.goods.filter(GOODS.items().eq(item)).get()).isEqualTo(this.jam);
		assertThat(this.goods.filter("items__in", List.of(item)).get()).isEqualTo(this.jam);
		assertThat(this.goods.filter("items", new ItemKey(this.first, this.tea)).get()).isEqualTo(this.tea);
		assertThat(this.goods.exclude("items", item).get()).isEqualTo(this.tea);
		assertThat(this.goods.filter("items__in", this.items.filter("amount", 1)).get()).isEqualTo(this.jam);
		assertThat(this.goods.exclude("items__in", this.items.filter("amount", 1)).get()).isEqualTo(this.tea);
		assertThat(this.goods.filter("items__isnull", true).count()).isZero();
	}

	@Test
	void aKeyThatLacksAPartIsNoMember() {
		List<List<?>> keys = List.of(Arrays.asList(this.first.id, null), List.of(this.first.id, "jam"));
		assertThat(this.items.filter("pk__in", keys).get().amount).isEqualTo(1);
		assertThat(this.items.exclude("pk__in", keys).count()).isEqualTo(2);
		assertThat(this.items.exclude("pk__in", Arrays.asList(null, keys.get(0))).count()).isEqualTo(3);
	}

	@Test
	void recordsOfOtherPartsAreRefused() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.items.get(new Alien(1, "x")))
			.withMessageContaining("needs a list of 2 parts, or a record of parts of their names");
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.items.get(new PlainKey("rum", this.first.id)))
			.withMessageContaining("There is no Item with the key PlainKey[goods=rum");
	}

	@Test
	void instancesOfOtherModelsAndUnsavedOnesAreRefused() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.items.get(List.of(this.jam, this.jam)))
			.withMessageContaining("Goods(jam) is no part of a key of Item: 'bill' is a Bill");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.notes.get(List.of(this.first, this.jam)))
			.withMessageContaining("'number' is no relation");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.items.get(new ItemKey(Bills.bill("new"), this.jam)))
			.withMessageContaining("is not saved, so there is no Item whose 'bill' it is");
	}

	@Test
	void rowsAreSavedByTheirKeys() {
		Item item = this.items.get(List.of(this.first.id, "jam"));
		item.amount = 10;
		QueryLog log = QueryLog.capture(() -> this.items.save(item));
		assertThat(log.statements()).singleElement().asString().startsWith("UPDATE \"item\"");
		assertThat(amounts()).containsExactly(2, 3, 10);
		Item again = Bills.item(this.first, this.jam, 11);
		this.items.save(again);
		assertThat(amounts()).containsExactly(2, 3, 11);
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.items.create(ITEM.bill.is(this.first), ITEM.goods.is(this.jam), ITEM.amount.is(5)));
		assertThat(item.pk()).isEqualTo(List.of(this.first.id, "jam"));
		assertThat(item).isEqualTo(again).hasSameHashCodeAs(again);
		assertThat(new Item().pk()).isNull();
		this.items.refresh(item);
		assertThat(item.amount).isEqualTo(11);
	}

	@Test
	void relationsOfTheKeyAreFollowed() {
		assertThat(this.items.filter(ITEM.bill().buyer.eq("Ann"), ITEM.goods().title.eq("The tea")).get().amount)
			.isEqualTo(2);
		assertThat(this.items.filter("bill", this.second).get().amount).isEqualTo(3);
		List<Item> all = this.items.selectRelated(ITEM.bill()).orderBy("pk").list();
		QueryLog log = QueryLog.capture(() -> {
			assertThat(all).extracting((item) -> item.bill.get().buyer).containsExactly("Ann", "Ann", "Bob");
			assertThat(all).extracting((item) -> item.goods.get().title)
				.containsExactly("The jam", "The tea", "The jam");
		});
		assertThat(log.count()).isEqualTo(1);
	}

	@Test
	void ownersReachTheirRows() {
		assertThat(this.first.items.orderBy("amount").flat(ITEM.amount).list()).containsExactly(1, 2);
		this.second.items.create(ITEM.goods.is(this.tea), ITEM.amount.is(4));
		assertThat(amounts()).containsExactly(1, 2, 3, 4);
		List<Bill> all = this.bills.prefetchRelated(BILL.items()).orderBy("id").list();
		QueryLog log = QueryLog
			.capture(() -> assertThat(all).extracting((bill) -> bill.items.count()).containsExactly(2L, 2L));
		assertThat(log.count()).isZero();
		assertThat(this.bills.annotate(count(BILL.items()).as("number")).filter("number", 2).count()).isEqualTo(2);
	}

	@Test
	void rowsGoByTheirKeysAndWithTheirOwners() {
		this.items.delete(this.items.get(new ItemKey(this.first, this.tea)));
		assertThat(amounts()).containsExactly(1, 3);
		assertThatExceptionOfType(ProtectedException.class).isThrownBy(() -> this.goods.delete(this.jam));
		this.bills.delete(this.first);
		assertThat(amounts()).containsExactly(3);
		this.items.filter("pk__in", List.of(List.of(this.second.id, "jam"))).delete();
		assertThat(this.items.count()).isZero();
	}

	@Test
	void bulkWritesGoByTheKey() {
		List<Item> all = this.items.orderBy("pk").list();
		all.forEach((item) -> item.amount *= 10);
		assertThat(this.items.bulkUpdate(all, "amount")).isEqualTo(3);
		assertThat(amounts()).containsExactly(10, 20, 30);
		this.items.bulkCreate(List.of(Bills.item(this.first, this.jam, 5), Bills.item(this.second, this.tea, 6)),
				(options) -> options.updatingConflicts(List.of("bill", "goods"), List.of("amount")));
		assertThat(amounts()).containsExactly(5, 6, 20, 30);
		assertThat(this.items.filter(ITEM.bill.eq(this.first)).update(ITEM.amount.set(0))).isEqualTo(2);
		assertThat(this.items.updateOrCreate(Map.of("bill", this.second, "goods", this.tea), Map.of("amount", 7))
			.created()).isFalse();
		assertThat(amounts()).containsExactly(0, 0, 7, 30);
	}

	@Test
	void fieldsMayBeLeftOut() {
		Item item = this.items.only(ITEM.amount).filter("pk", List.of(this.first.id, "jam")).get();
		assertThat(item.pk()).isEqualTo(List.of(this.first.id, "jam"));
		item.amount = 8;
		this.items.save(item, (how) -> how.updateFields(List.of("amount")));
		assertThat(amounts()).containsExactly(2, 3, 8);
		assertThat(this.items.values("pk").list()).hasSize(3);
		assertThat(this.items.filter("pk__in", this.items.filter("amount__gte", 3).values("pk")).count()).isEqualTo(2);
	}

	@Test
	void pagesGoByTheKey() {
		List<Object> seen = new ArrayList<>();
		KeysetPage<Item> page = this.items.orderBy("-pk").after(null, 1);
		while (true) {
			page.items().forEach((item) -> seen.add(item.pk()));
			if (page.next().isEmpty()) {
				break;
			}
			page = this.items.orderBy("-pk").after(page.cursor(), 1);
		}
		assertThat(seen).containsExactly(List.of(this.second.id, "jam"), List.of(this.first.id, "tea"),
				List.of(this.first.id, "jam"));
		assertThat(this.items.all().after(this.items.all().after(null, 2).cursor(), 2).items())
			.extracting((item) -> item.amount)
			.containsExactly(3);
	}

	@Test
	void missingTargetsAreFound() {
		Item item = Bills.item(this.first, this.jam, 1);
		item.bill = ForeignKey.ofId(99L);
		assertThat(this.items.validate(item).byField()).containsOnlyKeys("bill");
		assertThat(this.items.validate(Bills.item(this.first, this.jam, 1)).isEmpty()).isFalse();
	}

	@Test
	void whatRowsWereIsKept() {
		Note note = this.notes.save(Bills.note(this.first, 1, "old"));
		Instant before = now();
		note.text = "new";
		this.notes.save(note);
		assertThat(this.notes.asOf(before).get(new NoteKey(this.first.id, 1)).text).isEqualTo("old");
		assertThat(this.notes.versions(note)).extracting((version) -> version.instance().text)
			.containsExactly("old", "new");
		List<Version<Note>> same = this.notes.versionsOf(new NoteKey(this.first.id, 1));
		assertThat(same).hasSize(2);
		assertThat(same.get(1).changes().keySet()).isEqualTo(Set.of("text"));
		this.bills.delete(this.first);
		assertThat(this.notes.asOf(before).filter(NOTE.bill().buyer.eq("Ann")).count()).isZero();
		assertThat(this.notes.asOf(before).count()).isEqualTo(1);
	}

	private Instant now() {
		return orm.sql("SELECT clock_timestamp()").flat(Instant.class).get(0);
	}

	private record Alien(int bill, String other) {

	}

	private record NoteKey(long bill, int number) {

	}

}
