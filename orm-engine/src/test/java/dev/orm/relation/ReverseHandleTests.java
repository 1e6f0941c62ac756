package dev.orm.relation;

import java.util.List;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.relation.Market.Deal;
import dev.orm.relation.Market.Trader;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Aggregates.sum;
import static dev.orm.relation.DealPath.DEAL;
import static dev.orm.relation.TraderPath.TRADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReverseHandleTests {

	@RegisterExtension
	static final TestDatabase database = Market.database();

	private final Market market = new Market(database);

	@Test
	void aHandleIsTheManagerOfTheWayBack() {
		Trader ann = this.market.traders.get(1L);
		// tag::use[]
		long large = ann.purchases().filter(DEAL.amount.gt(15)).count();
		String code = ann.licence().get().code;
		// end::use[]
		assertThat(large).isOne();
		assertThat(code).isEqualTo("A1");
		assertThat(ann.sales().list()).extracting((deal) -> deal.amount).containsExactly(30);
	}

	@Test
	void aHandleNamesTheWayBackInPathsToo() {
		assertThat(this.market.traders.filter(TRADER.purchases().amount.eq(20)).list()).extracting((one) -> one.name)
			.containsExactly("ann");
		assertThat(this.market.traders.filter("sales__amount", 30).flat("name").list()).containsExactly("ann");
		assertThat(this.market.traders.filter(TRADER.licence().code.eq("A1")).count()).isOne();
		assertThat(this.market.traders.filter(TRADER.id.eq(1L)).aggregate(sum(TRADER.purchases().amount)))
			.isEqualTo(30L);
	}

	@Test
	void aHandleWritesAndForgets() {
		this.market.orm.atomic().run(() -> {
			Trader cem = this.market.traders.prefetchRelated(TRADER.purchases()).get(3L);
			assertThat(cem.purchases().list()).isEmpty();
			Deal made = cem.purchases().create(DEAL.amount.is(5));
			assertThat(made.buyer.get()).isSameAs(cem);
			assertThat(cem.purchases().list()).containsExactly(made);
			cem.purchases().clear();
			assertThat(cem.purchases().exists()).isFalse();
			this.market.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void aHandleFetchesForAllPeers() {
		List<Trader> traders = this.market.traders.list();
		assertThat(Queries.expect(1, () -> traders.stream().map((one) -> one.purchases().list().size()).toList()))
			.containsExactly(2, 1, 0);
		assertThat(Queries.expect(1, () -> traders.stream().map((one) -> one.licence().orNull()).toList()))
			.filteredOn((licence) -> licence != null)
			.hasSize(1);
	}

	@Test
	void aMissingRowIsNullOrAnError() {
		Trader bob = this.market.traders.get(2L);
		assertThat(bob.licence().orNull()).isNull();
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> bob.licence().get())
			.withMessageContaining("has no licence");
	}

	@Test
	void aNewInstanceHasItsHandles() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> new Trader().purchases().list())
			.withMessageContaining("traders.save(trader)");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> new Trader().licence().orNull());
	}

}
