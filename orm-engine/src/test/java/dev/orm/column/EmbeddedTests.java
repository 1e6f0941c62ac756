package dev.orm.column;

import java.math.BigDecimal;
import java.util.List;

import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.Offer.Size;
import dev.orm.error.ConstraintViolationException;
import dev.orm.observe.QueryLog;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.OfferPath.OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The components of an embedded record are columns like any. */
class EmbeddedTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Offer.class));

	private static final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Offer.class)).build();

	private final Manager<Offer> offers = orm.manager(Offer.class);

	private final Offer full = new Offer(Money.of("9.50", "EUR"), Money.of("12.00", "EUR"), new Size(3, 4));

	private final Offer bare = new Offer(Money.of("7.00", "CHF"), null, null);

	@BeforeEach
	void store() {
		database.truncate("offer");
		this.offers.bulkCreate(List.of(this.full, this.bare));
	}

	@Test
	void columnsAreNamedAfterTheAttributeOrThePrefix() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Offer.class)).toString()).contains(
				"column offer.price_amount numeric(12, 2) not null", "column offer.price_currency varchar(3) not null",
				"column offer.old_amount numeric(12, 2)\n", "column offer.size_width integer\n");
	}

	@Test
	void whatIsWrittenIsRead() {
		assertThat(this.offers.get(this.full.getId())).returns(Money.of("9.50", "EUR"), Offer::getPrice)
			.returns(Money.of("12.00", "EUR"), Offer::getBefore)
			.returns(new Size(3, 4), Offer::getSize);
		assertThat(this.offers.get(this.bare.getId())).returns(null, Offer::getBefore).returns(null, Offer::getSize);
	}

	@Test
	void rowsAreSavedLikeAny() {
		Offer offer = this.offers.get(this.bare.getId());
		offer.setPrice(Money.of("8.00", "EUR"));
		assertThat(QueryLog.capture(() -> this.offers.save(offer)).statements()).singleElement()
			.asString()
			.startsWith(
					"UPDATE \"offer\" AS \"t\" SET \"price_amount\" = ?, \"price_currency\" = ?, \"old_amount\" = ?");
		assertThat(this.offers.get(offer.getId()).getPrice()).isEqualTo(Money.of("8.00", "EUR"));
		offer.setPrice(null);
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> this.offers.save(offer));
	}

	@Test
	void pathsLeadToTheComponents() {
		assertThat(this.offers.filter(OFFER.price.amount.gt(new BigDecimal("8"))).list()).containsExactly(this.full);
		assertThat(this.offers.filter("price__amount__gt", 8).list()).containsExactly(this.full);
		assertThat(this.offers.filter("price__currency", "CHF").list()).containsExactly(this.bare);
		assertThat(this.offers.orderBy(OFFER.price.amount.asc()).list()).containsExactly(this.bare, this.full);
		assertThat(this.offers.orderBy("-price__amount").list()).containsExactly(this.full, this.bare);
		assertThat(this.offers.values("price__currency").orderBy("price__currency").list()).hasSize(2);
	}

	@Test
	void recordsAreComparedAsAWhole() {
		assertThat(this.offers.filter(OFFER.price.eq(Money.of("9.5", "EUR"))).list()).containsExactly(this.full);
		assertThat(this.offers.filter(OFFER.size.eq(new Size(3, 5))).list()).isEmpty();
		assertThat(this.offers.filter(OFFER.before.eq(null)).list()).containsExactly(this.bare);
		assertThat(this.offers.filter(OFFER.before.isNull()).list()).containsExactly(this.bare);
		assertThat(this.offers.exclude(OFFER.price.eq(Money.of("9.5", "EUR"))).list()).containsExactly(this.bare);
	}

	@Test
	void recordsAreAssignedAsAWhole() {
		this.offers.all().update(OFFER.before.set(Money.of("1.00", "USD")));
		this.offers.filter(OFFER.id.eq(this.bare.getId())).update(OFFER.price.amount.set(OFFER.price.amount.plus(1)));
		assertThat(this.offers.get(this.bare.getId())).returns(Money.of("1.00", "USD"), Offer::getBefore)
			.returns(Money.of("8.00", "CHF"), Offer::getPrice);
		this.offers.all().update(OFFER.size.set(null));
		assertThat(this.offers.get(this.full.getId()).getSize()).isNull();
		assertThat(this.offers.create(OFFER.price.is(Money.of("2.00", "EUR"))).getPrice())
			.isEqualTo(Money.of("2.00", "EUR"));
	}

	@Test
	void aRecordThatIsLoadedLaterComesWithOneAccess() {
		Offer offer = this.offers.only("title").get(this.full.getId());
		assertThat(offer.getPrice()).isEqualTo(Money.of("9.50", "EUR"));
		assertThat(offer.getSize()).isEqualTo(new Size(3, 4));
		this.offers.all().update(OFFER.price.set(Money.of("5.00", "EUR")));
		this.offers.refresh(offer);
		assertThat(offer.getPrice()).isEqualTo(Money.of("5.00", "EUR"));
	}

	@Test
	void aRecordOfPrimitivesBecomesNullWithItsColumns() {
		Offer offer = this.offers.get(this.full.getId());
		this.offers.all().update(OFFER.size.set(null));
		this.offers.refresh(offer);
		assertThat(offer.getSize()).isNull();
	}

	@Test
	void oneIsMadeOfTheRecordItWasLookedForBy() {
		Money price = Money.of("3.00", "EUR");
		assertThat(this.offers.getOrCreate(Attributes.of(OFFER.price.is(price)), Attributes.of()).instance().getPrice())
			.isEqualTo(price);
	}

	@Test
	void componentsAreLoadedAloneOrLeftOut() {
		assertThat(this.offers.only(OFFER.price.amount).get(this.full.getId()).deferredFields())
			.contains("price__currency", "title")
			.doesNotContain("price__amount");
		assertThat(this.offers.defer("price").get(this.full.getId()).deferredFields()).containsExactly("price__amount",
				"price__currency");
	}

	@Test
	void halfARecordIsAnErrorThatNamesTheRow() {
		database.execute("UPDATE offer SET old_currency = NULL WHERE old_amount IS NOT NULL");
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> this.offers.all().list())
			.withMessageContaining("Column offer.before of the row with key " + this.full.getId())
			.withMessageContaining("some of its columns are NULL");
	}

}
