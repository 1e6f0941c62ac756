package dev.orm.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.model.ForeignKey;
import dev.orm.test.TestDatabase;
import dev.orm.validate.Shelf.Item;
import dev.orm.validate.Shelf.Maker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alone on the database, what validates is stored, and what does not is refused; a
 * failure names the seed.
 */
class ValidationLawTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Shelf.SCHEMA);

	private static final int WRITES = 12;

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Item.class, Maker.class))
		.build();

	private final Manager<Item> items = this.orm.manager(Item.class);

	@BeforeEach
	void fill() {
		database.truncate("item", "maker");
		this.orm.manager(Maker.class).bulkCreate(List.of(Maker.of("A"), Maker.of("B")));
	}

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatValidatesIsStoredAndWhatDoesNotIsRefused(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < WRITES; i++) {
			Item item = item(random);
			ValidationErrors errors = this.items.validate(item);
			assertThat(isStored(item)).as(() -> errors.all().toString()).isEqualTo(errors.isEmpty());
		}
	}

	private boolean isStored(Item item) {
		try {
			this.items.save(item, (how) -> how.forcingInsert());
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private static Item item(Random random) {
		Item item = new Item();
		item.id = (random.nextInt(5) == 0) ? 1000L + random.nextInt(3) : null;
		item.sku = one(random, null, "A1", "A2", "a1", "A3", "123456789");
		item.name = one(random, null, "Lamp", "Desk", "Lamps!");
		item.price = one(random, null, new BigDecimal("1.5"), new BigDecimal("12345.67"), new BigDecimal("9999.99"));
		item.maker = ForeignKey.ofId(one(random, null, 1L, 2L, 3L));
		return item;
	}

	@SafeVarargs
	private static <T> T one(Random random, T rare, T... values) {
		return (random.nextInt(12) == 0) ? rare : values[random.nextInt(values.length)];
	}

}
