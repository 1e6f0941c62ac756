package dev.orm.column;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.ReadOnlyModelException;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.StockPath.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A model of a view is read like any, and never written. */
class ReadOnlyModelTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create("CREATE VIEW stock_view AS SELECT 1::bigint AS id, 7 AS stock");

	private static final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Stock.class)).build();

	private final Manager<Stock> stocks = orm.manager(Stock.class);

	@Test
	void itsRowsAreRead() {
		assertThat(this.stocks.filter(STOCK.stock.gt(5)).list()).extracting(Stock::getArticle).containsExactly(1L);
	}

	@Test
	void everyWriteIsRefusedBeforeSqlIsSent() {
		Stock stock = this.stocks.get(1L);
		List<Runnable> writes = List.of(() -> this.stocks.save(stock), () -> this.stocks.delete(stock),
				() -> this.stocks.create(STOCK.stock.is(1)), () -> this.stocks.bulkCreate(List.of(new Stock())),
				() -> this.stocks.bulkUpdate(List.of(stock), STOCK.stock),
				() -> this.stocks.all().update(STOCK.stock.set(1)), () -> this.stocks.all().delete());
		for (Runnable write : writes) {
			assertThat(QueryLog
				.capture(() -> assertThatExceptionOfType(ReadOnlyModelException.class).isThrownBy(write::run)
					.withMessageContaining("Stock may only be read")
					.returns("Stock", ReadOnlyModelException::model))
				.statements()).isEmpty();
		}
	}

	@Test
	void migrationsKnowNothingOfIt() {
		assertThat(ModelTables.schema(TypeRegistry.standard(), List.of(Stock.class)).objects()).isEmpty();
	}

}
