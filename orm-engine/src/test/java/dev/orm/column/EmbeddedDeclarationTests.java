package dev.orm.column;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.BidPath.BID;
import static org.assertj.core.api.Assertions.assertThat;

/** Meta methods name columns of embedded records as others. */
class EmbeddedDeclarationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Bid.class));

	private final Manager<Bid> bids = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Bid.class))
		.build()
		.manager(Bid.class);

	@Test
	void constraintsAndIndexesHoldComponents() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Bid.class)).lines()).contains(
				"check bid.margin (\"price_amount\" > \"cost\")",
				"index bid.one_price unique (price_amount, price_currency)", "index bid.by_currency (price_currency)");
	}

	@Test
	void theyAreValidated() {
		Bid bid = Bid.of("5", "EUR", "7");
		assertThat(this.bids.validate(bid).byField())
			.isEqualTo(Map.of("price__amount", List.of("Constraint margin is violated.")));
		this.bids.save(Bid.of("9", "EUR", "7"));
		assertThat(this.bids.validate(Bid.of("9", "EUR", "8")).isEmpty()).isFalse();
		assertThat(this.bids.validate(Bid.of("9", "USD", "8")).isEmpty()).isTrue();
	}

	@Table(name = "bid")
	static class Bid extends Model {

		@Id
		Long id;

		@Embedded
		Money price;

		@Column(precision = 12, scale = 2)
		BigDecimal cost;

		static void meta(Meta<Bid> meta) {
			meta.check("margin", BID.price.amount.gt(BID.cost)).on(BID.price.amount);
			meta.unique(BID.price.amount, BID.price.currency).name("one_price");
			meta.index("price__currency").name("by_currency");
		}

		static Bid of(String amount, String currency, String cost) {
			Bid bid = new Bid();
			bid.price = Money.of(amount, currency);
			bid.cost = new BigDecimal(cost);
			return bid;
		}

	}

}
