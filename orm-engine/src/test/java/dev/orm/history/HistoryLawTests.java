package dev.orm.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.history.Fair.Stall;
import dev.orm.history.Fair.Ware;
import dev.orm.model.ForeignKey;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.history.StallPath.STALL;
import static dev.orm.history.WarePath.WARE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of history: what is read as of a time is the dump taken then, whatever was
 * written since, and however. A failure names the seed.
 */
class HistoryLawTests {

	@RegisterExtension
	static final TestDatabase database = Fair.database();

	private static final int WRITES = 25;

	private static final String WARES = "SELECT concat_ws(' ', w.id, w.name, w.price, w.stock, s.name) FROM ware w JOIN stall s ON s.id = w.stall_id ORDER BY w.id";

	private final Orm orm = Fair.orm(database).build();

	private final Manager<Ware> wares = this.orm.manager(Ware.class);

	private final Manager<Stall> stalls = this.orm.manager(Stall.class);

	private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

	@BeforeEach
	void empty() {
		Fair.empty(database);
	}

	static LongStream seeds() {
		return LongStream.range(1, 25);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void asOfATimeIsTheDumpTakenThen(long seed) {
		Random random = new Random(seed);
		Map<Instant, List<String>> dumps = new TreeMap<>();
		for (int i = 0; i < 3; i++) {
			this.stalls.create(STALL.name.is("s" + i));
		}
		for (int i = 0; i < WRITES; i++) {
			if (random.nextInt(4) == 0) {
				this.orm.atomic().run(() -> {
					write(random);
					write(random);
				});
			}
			else {
				write(random);
			}
			dumps.put(Fair.now(database), this.jdbc.sql(WARES).query(String.class).list());
		}
		dumps.forEach((time, dump) -> assertThat(read(time)).as("seed %d, as of %s", seed, time).isEqualTo(dump));
		long rows = this.wares.count();
		assertThat(this.wares.asOf(Fair.now(database)).count()).isEqualTo(rows);
		this.wares.list()
			.forEach((ware) -> assertThat(this.wares.versions(ware)).as("seed %d", seed)
				.last()
				.satisfies((last) -> assertThat(last.instance().name).isEqualTo(ware.name)));
	}

	private List<String> read(Instant time) {
		List<String> read = new ArrayList<>();
		for (Ware ware : this.wares.asOf(time).selectRelated(WARE.stall()).list()) {
			read.add(String.join(" ", String.valueOf(ware.id), ware.name, ware.price.toString(),
					String.valueOf(ware.stock), ware.getStall().name));
		}
		return read;
	}

	private void write(Random random) {
		long key = 1L + random.nextInt(12);
		switch (random.nextInt(9)) {
			case 0, 1 -> this.wares.save(ware(random));
			case 2 -> this.wares.bulkCreate(List.of(ware(random), ware(random), ware(random)));
			case 3 -> this.wares.filter(WARE.id.eq(key)).update(WARE.stock.set(WARE.stock.plus(1)));
			case 4 -> this.wares.filter(WARE.stock.lt(random.nextInt(5)))
				.update(WARE.price.set(WARE.price.plus(BigDecimal.ONE)));
			case 5 -> this.wares.filter(WARE.id.eq(key)).delete();
			case 6 -> this.orm
				.sql("INSERT INTO ware (id, name, price, stock, stall_id) VALUES (:id, 'again', 1, 1, 1) "
						+ "ON CONFLICT (id) DO UPDATE SET name = excluded.name, stall_id = 2")
				.param("id", key)
				.update();
			case 7 -> this.wares.bulkUpdate(this.wares.filter(WARE.id.lte(key)).list().stream().peek((ware) -> {
				ware.stock = random.nextInt(3);
				ware.stall = ForeignKey.ofId(1L + random.nextInt(3));
			}).toList(), "stock", "stall");
			default -> this.stalls.filter(STALL.id.eq(1L + random.nextInt(3)))
				.update(STALL.name.set("n" + random.nextInt(50)));
		}
	}

	/** Its key is given, as one by hand may have taken the next. */
	private static Ware ware(Random random) {
		Ware ware = new Ware();
		ware.id = 1_000L + random.nextInt(1_000_000);
		ware.name = "w" + random.nextInt(100);
		ware.price = new BigDecimal(random.nextInt(50) + ".00");
		ware.stock = random.nextInt(9);
		ware.stall = ForeignKey.ofId(1L + random.nextInt(3));
		return ware;
	}

}
