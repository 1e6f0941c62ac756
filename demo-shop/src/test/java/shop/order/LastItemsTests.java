package shop.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.orm.boot.test.AutoConfigureOrm;
import dev.orm.boot.test.Reset;
import org.junit.jupiter.api.Test;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.ShopRows.PRODUCTS;
import static shop.catalog.ProductPath.PRODUCT;

@ShopTest
@AutoConfigureOrm(reset = Reset.CLONE) // buyers have threads of their own
class LastItemsTests {

	private static final int BUYERS = 64;

	private static final int ITEMS = 10;

	@Autowired
	private Orders orders;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void sixtyFourBuyersOfTheLastTenItemsGetExactlyTenOrders() throws Exception {
		long product = PRODUCTS.create(PRODUCT.stockQuantity.is(ITEMS)).getId();
		List<Outcome> outcomes = buyAllAtOnce(product);
		assertThat(outcomes).hasSize(BUYERS);
		assertThat(outcomes.stream().filter(Outcome.BOUGHT::equals)).hasSize(ITEMS);
		assertThat(outcomes.stream().filter(Outcome.SOLD_OUT::equals)).hasSize(BUYERS - ITEMS);
		assertThat(this.jdbc.sql("""
				SELECT count(DISTINCT o.id) FROM shop_order o JOIN shop_order_item i ON i.order_id = o.id
				WHERE i.product_id = ?""").param(product).query(Integer.class).single()).isEqualTo(ITEMS);
		assertThat(this.jdbc.sql("SELECT stock_quantity FROM shop_product WHERE id = ?")
			.param(product)
			.query(Integer.class)
			.single()).isZero();
	}

	private List<Outcome> buyAllAtOnce(long product) throws Exception {
		ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<Outcome>> purchases = new ArrayList<>();
			for (int i = 0; i < BUYERS; i++) {
				long customer = 1L + i % 5;
				purchases.add(buyers.submit(() -> {
					start.await();
					return buy(customer, product);
				}));
			}
			start.countDown();
			List<Outcome> outcomes = new ArrayList<>();
			for (Future<Outcome> purchase : purchases) {
				outcomes.add(purchase.get(60, TimeUnit.SECONDS));
			}
			return outcomes;
		}
		finally {
			buyers.shutdownNow();
		}
	}

	private Outcome buy(long customer, long product) {
		try {
			this.orders.place(new OrderRequest(customer, List.of(new OrderRequest.Line(product, 1))));
			return Outcome.BOUGHT;
		}
		catch (SoldOutException ex) {
			return Outcome.SOLD_OUT;
		}
	}

	private enum Outcome {

		BOUGHT, SOLD_OUT

	}

}
