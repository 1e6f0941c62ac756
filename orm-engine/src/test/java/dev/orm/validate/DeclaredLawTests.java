package dev.orm.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Alone on the database, what validates is stored, and what does not is refused, for
 * declarations made up from a seed; and what the database refuses is among what
 * validation said. A failure names the seed.
 */
class DeclaredLawTests {

	private static final int WRITES = 25;

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatValidatesIsStoredAndWhatDoesNotIsRefusedForTheSameReason(long seed) {
		on(seed, (things, random) -> {
			for (int i = 0; i < WRITES; i++) {
				Thing thing = Thing.random(random);
				ValidationErrors errors = things.validate(thing);
				if (errors.isEmpty()) {
					things.save(thing);
				}
				else {
					assertThatExceptionOfType(DataAccessException.class).as(() -> errors.all().toString())
						.isThrownBy(() -> things.save(thing))
						.satisfies((ex) -> assertSaid(errors, things.explain(ex)));
				}
			}
		});
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aBatchThatValidatesIsStoredAndOneThatDoesNotIsRefused(long seed) {
		on(seed, (things, random) -> {
			for (int i = 0; i < WRITES; i++) {
				List<Thing> batch = new ArrayList<>();
				for (int row = 0; row < 1 + random.nextInt(3); row++) {
					batch.add(Thing.random(random));
				}
				ValidationErrors errors = things.validateAll(batch);
				if (errors.isEmpty()) {
					things.bulkCreate(batch);
				}
				else {
					assertThatExceptionOfType(DataAccessException.class).as(() -> errors.all().toString())
						.isThrownBy(() -> things.bulkCreate(batch));
				}
			}
		});
	}

	private static void on(long seed, Work work) {
		Thing.DECLARING.set(new Random(seed));
		String[] schema = ModelTables.of(List.of("CREATE EXTENSION btree_gist"), Thing.class);
		try (TestDatabase database = TestDatabase.create(schema)) {
			Thing.DECLARING.set(new Random(seed));
			Manager<Thing> things = Orm.builder()
				.dataSource(database.dataSource())
				.models(List.of(Thing.class))
				.build()
				.manager(Thing.class);
			work.run(things, new Random(seed + 1000));
		}
		finally {
			Thing.DECLARING.remove();
		}
	}

	/**
	 * A text that is too long violates no constraint, so that there is nothing to say.
	 */
	private static void assertSaid(ValidationErrors expected, ValidationErrors said) {
		assertThat(expected.all().stream().map(ValidationError::code).toList())
			.satisfies((codes) -> assertThat(said.isEmpty()).isEqualTo(codes.get(0).equals("max_length")));
		assertThat(expected.all().stream().map(DeclaredLawTests::text))
			.containsAll(said.all().stream().map(DeclaredLawTests::text).toList());
	}

	private static String text(ValidationError error) {
		return error.field() + " " + error.code() + " " + error.message();
	}

	/** Work with a manager of made-up declarations. */
	private interface Work {

		void run(Manager<Thing> things, Random random);

	}

}
