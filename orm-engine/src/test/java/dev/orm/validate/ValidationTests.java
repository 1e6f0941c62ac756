package dev.orm.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.ConstraintViolationException;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.SaveOptions;
import dev.orm.signal.Listeners;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.validate.Shelf.Item;
import dev.orm.validate.Shelf.Maker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;

import static dev.orm.validate.ItemPath.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ValidationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Shelf.SCHEMA);

	private final Listeners listeners = new Listeners();

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Item.class, Maker.class))
		.signals(this.listeners)
		.messages((key, arguments) -> key.equals("item.cost.max_digits") ? "zu viele Stellen" : null)
		.build();

	private final Manager<Item> items = this.orm.manager(Item.class);

	private final Manager<Maker> makers = this.orm.manager(Maker.class);

	@BeforeEach
	void empty() {
		database.truncate("item", "maker");
	}

	@Test
	void aValidInstanceHasNoErrors() {
		assertThat(this.items.validate(Item.of("A1", "Lamp", "9.90")).isEmpty()).isTrue();
	}

	@Test
	void fieldsAreCheckedWithDjangosCodes() {
		Item item = Item.of("123456789", null, "12345.6");
		item.cost = new BigDecimal("1.234");
		ValidationErrors errors = this.items.validate(item);
		assertThat(errors.codes()).containsExactly("max_length", "null", "max_whole_digits", "max_decimal_places");
		assertThat(errors.byField()).containsEntry("sku",
				List.of("Ensure this value has at most 8 characters (it has 9)."));
		assertThat(errors.all().get(0).rejected()).isEqualTo("123456789");
		assertThat(errors.all().get(0).label()).isEqualTo("Sku");
	}

	@Test
	void aCharacterThatNoTextHoldsIsSaidBeforeTheDatabaseIsAsked() {
		Item item = Item.of("A\0", "Lamp", "1");
		QueryLog log = QueryLog.capture(() -> assertThat(this.items.validate(item).byField()).containsEntry("sku",
				List.of("Null characters are not allowed.")));
		assertThat(log.statements()).allSatisfy((sql) -> assertThat(sql).doesNotContain("\"sku\""));
		assertThat(this.items.validate(item).codes()).containsExactly("null_characters_not_allowed");
	}

	@Test
	void charactersAreCountedAsTheDatabaseDoes() {
		assertThat(this.items.validate(Item.of("\uD83D\uDE00".repeat(8), "Lamp", "1")).isEmpty()).isTrue();
		assertThatNoException().isThrownBy(() -> this.items.save(Item.of("\uD83D\uDE00".repeat(8), "Lamp", "1")));
	}

	@Test
	void cleanSpeaksOfFieldsAndOfTheWhole() {
		Maker maker = this.makers.save(Maker.of("ACME"));
		Item item = Item.of("A1", "none", "1");
		item.cost = BigDecimal.valueOf(2);
		item.maker = ForeignKey.to(maker);
		ValidationErrors errors = this.items.validate(item);
		assertThat(errors.byField()).isEqualTo(Map.of("price", List.of("The price must be 2 at least.")));
		assertThat(errors.global()).containsExactly("What has no name has no maker.");
	}

	@Test
	void uniquenessMayBeLeftToTheDatabase() {
		this.items.save(Item.of("A1", "Lamp", "9.90"));
		Item taken = Item.of("A1", "Lanterns", "9.90");
		taken.maker = ForeignKey.ofId(99L);
		assertThat(this.items.validate(taken).codes()).containsExactly("max_length", "unique", "invalid");
		assertThat(this.items.validate(taken, ValidationOptions::withoutUnique).codes()).containsExactly("max_length",
				"invalid");
	}

	@Test
	void uniquenessAndTargetsAreOneStatement() {
		Maker maker = this.makers.save(Maker.of("ACME"));
		Item first = Item.of("A1", "Lamp", "1");
		first.maker = ForeignKey.to(maker);
		this.items.save(first);
		Item second = Item.of("A1", "Lamp", "1");
		second.maker = ForeignKey.to(maker);
		Item third = Item.of("A2", "Lamp", "1");
		third.maker = ForeignKey.ofId(99L);
		QueryLog log = QueryLog.capture(() -> {
			ValidationErrors errors = this.items.validateAll(List.of(second, third));
			assertThat(errors.at(0).byField()).isEqualTo(Map.of("sku", List.of("Item with this Sku already exists.")));
			assertThat(errors.at(0).global()).containsExactly("Item with this Name and Maker already exists.");
			assertThat(errors.at(1).codes()).containsExactly("invalid");
		});
		assertThat(log.statements()).singleElement().asString().contains("unnest(?::varchar(8)[])");
	}

	@Test
	void anInstanceIsNotInItsOwnWay() {
		Item item = this.items.save(Item.of("A1", "Lamp", "1"));
		assertThat(this.items.validate(item).isEmpty()).isTrue();
		item.sku = "A2";
		assertThat(this.items.validate(item).isEmpty()).isTrue();
	}

	@Test
	void aNewInstanceMayNotBringAKeyThatIsTaken() {
		this.items.save(Item.of("A1", "Lamp", "1"));
		Item item = Item.of("A2", "Lamp", "1");
		item.id = 1L;
		assertThat(this.items.validate(item).byField()).containsOnlyKeys("id");
	}

	@Test
	void instancesOfOneBatchAreComparedWithEachOther() {
		ValidationErrors errors = this.items
			.validateAll(List.of(Item.of("A1", "Lamp", "1"), Item.of("A1", "Desk", "1"), Item.of("a1", "Door", "1")));
		assertThat(errors.at(0).codes()).containsExactly("unique");
		assertThat(errors.at(1).codes()).containsExactly("unique");
		assertThat(errors.at(2).isEmpty()).isTrue();
	}

	@Test
	void whatFailedIsNotAskedOfTheDatabase() {
		this.items.save(Item.of("A1", "Lamp", "1"));
		Item item = Item.of(null, "Lamp", "1");
		assertThat(Queries.count(() -> assertThat(this.items.validate(item).codes()).containsExactly("null"))).isZero();
	}

	@Test
	void onlySomeFieldsMayBeLookedAt() {
		Item item = Item.of("123456789", null, "1");
		assertThat(this.items.validate(item, (how) -> how.only(ITEM.name)).codes()).containsExactly("null");
		assertThat(this.items.validate(item, (how) -> how.without(ITEM.name, ITEM.sku)).isEmpty()).isTrue();
		this.items.save(Item.of("A1", "Lamp", "1"));
		assertThat(this.items.validate(Item.of("A1", "Lamp", "1"), ValidationOptions::withoutDatabase).isEmpty())
			.isTrue();
	}

	@Test
	void textsOfTheApplicationComeFirst() {
		Item item = Item.of("A1", "Lamp", "1");
		item.cost = new BigDecimal("123456.78");
		assertThat(this.items.validate(item).byField()).containsEntry("cost", List.of("zu viele Stellen"));
	}

	@Test
	void aSaveValidatesIfItIsTold() {
		Item item = Item.of("123456789", "Lamp", "1");
		assertThat(Queries.count(() -> assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> this.items.save(item, SaveOptions::validating))
			.satisfies((ex) -> assertThat(ex.errors().codes()).containsExactly("max_length")))).isZero();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.items.save(item));
	}

	@Test
	void aSaveIsValidatedAfterItsListeners() {
		this.listeners.preSave(Item.class, (event) -> event.instance().sku = "A1");
		Item item = Item.of("123456789", "Lamp", "1");
		assertThatNoException().isThrownBy(() -> this.items.save(item, SaveOptions::validating));
	}

	@Test
	void aSaveOfSomeFieldsValidatesThose() {
		Item item = this.items.save(Item.of("A1", "Lamp", "1"));
		item.sku = "123456789";
		assertThatNoException()
			.isThrownBy(() -> this.items.save(item, (how) -> how.updateFields(List.of("name")).validating()));
	}

	@Test
	void aBulkInsertValidatesAllByOneStatementMore() {
		List<Item> good = List.of(Item.of("A1", "Lamp", "1"), Item.of("A2", "Desk", "1"));
		assertThat(Queries.count(() -> this.items.bulkCreate(good, BulkCreateOptions::validating))).isEqualTo(2);
		List<Item> bad = List.of(Item.of("A3", "Lamp", "1"), Item.of("A1", "Desk", "1"));
		assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> this.items.bulkCreate(bad, BulkCreateOptions::validating))
			.satisfies((ex) -> assertThat(ex.errors().at(1).codes()).containsExactly("unique"));
		assertThat(this.items.count()).isEqualTo(2);
	}

	@Test
	void fullCleanRaisesWhatValidateAnswers() {
		assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> this.items.fullClean(Item.of(null, "Lamp", "1")))
			.withMessage("Item is not valid: {sku=[This field cannot be null.]}");
	}

	@Test
	void aDeletedTargetIsMissing() {
		Item item = Item.of("A1", "Lamp", "1");
		item.maker = ForeignKey.ofId(5L);
		assertThat(this.items.validate(item).codes()).containsExactly("invalid");
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.items.save(item));
	}

	@Test
	void aViolatedConstraintSaysWhatValidationWouldHave() {
		this.items.save(Item.of("A1", "Lamp", "1"));
		assertExplained(Item.of("A1", "Lamp", "1"));
		assertExplained(Item.of(null, "Lamp", "1"));
		Item item = Item.of("A2", "Lamp", "1");
		item.maker = ForeignKey.ofId(5L);
		assertExplained(item);
	}

	private void assertExplained(Item item) {
		ValidationErrors expected = this.items.validate(item);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.items.save(item)).satisfies((ex) -> {
			assertThat(this.items.explain(ex).codes()).isEqualTo(expected.codes());
			assertThat(this.items.explain(ex).byField()).isEqualTo(expected.byField());
		});
	}

}
