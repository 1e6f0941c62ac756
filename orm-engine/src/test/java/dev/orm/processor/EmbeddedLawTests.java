package dev.orm.processor;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written is what is read, whatever records a model is made of: models with
 * records made up by chance are compiled, and their instances go to PostgreSQL and back
 * by each way there is.
 */
class EmbeddedLawTests {

	private static final int ROWS = 30;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE unrelated (id int)");

	@TempDir
	Path output;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void readingUndoesWriting(long seed) throws Exception {
		Random random = new Random(seed);
		RandomRecord always = RandomRecord.of(random, "Always", 3);
		RandomRecord sometimes = RandomRecord.of(random, "Sometimes", 3);
		try (URLClassLoader loader = compiled(seed, always, sometimes)) {
			Class<? extends Model> type = loader.loadClass("shop.Box" + seed).asSubclass(Model.class);
			database.execute(ModelTables.of(List.of(), type));
			new Law<>(type, always, sometimes, random).holds();
		}
	}

	private URLClassLoader compiled(long seed, RandomRecord always, RandomRecord sometimes) throws IOException {
		String source = """
				package shop;
				import java.math.BigDecimal; import java.time.LocalDate; import java.util.UUID;
				import dev.orm.annotation.*; import dev.orm.model.*; import org.jspecify.annotations.Nullable;
				@Table(name = "box%d") public class Box%d extends Model {
					@Id public Long id;
					@Column(length = 5) public String name = "";
					@Embedded public Always always;
					@Embedded(prefix = "s_") public @Nullable Sometimes sometimes;
					public Always getAlways() { return this.always; }
					public @Nullable Sometimes getSometimes() { return this.sometimes; }
				%s%s}
				""".formatted(seed, seed, always.source(), sometimes.source());
		Compilation compilation = Compilation.ofSources(this.output, List.of(), source);
		assertThat(compilation.messages()).filteredOn((message) -> message.startsWith("ERROR")).as(source).isEmpty();
		return new URLClassLoader(new URL[] { this.output.toUri().toURL() }, EmbeddedLawTests.class.getClassLoader());
	}

	/** The law for one model. */
	private static final class Law<M extends Model> {

		private final Class<M> type;

		private final RandomRecord always;

		private final RandomRecord sometimes;

		private final Random random;

		private final Manager<M> boxes;

		Law(Class<M> type, RandomRecord always, RandomRecord sometimes, Random random) {
			this.type = type;
			this.always = always;
			this.sometimes = sometimes;
			this.random = random;
			this.boxes = Orm.builder().dataSource(database.dataSource()).models(List.of(type)).build().manager(type);
		}

		void holds() throws Exception {
			List<M> written = new ArrayList<>();
			for (int i = 0; i < ROWS; i++) {
				written.add(filled(this.type.getDeclaredConstructor().newInstance()));
			}
			this.boxes.bulkCreate(written.subList(0, ROWS / 2));
			written.subList(ROWS / 2, ROWS).forEach(this.boxes::save);
			same(written, this.boxes.orderBy("id").list());
			List<M> kept = this.boxes.orderBy("id").list();
			for (M box : written) {
				filled(box);
			}
			this.boxes.bulkUpdate(written, "always", "sometimes");
			kept.forEach((box) -> this.boxes.refresh(box));
			same(written, kept);
			List<M> deferred = this.boxes.only("name").orderBy("id").list();
			deferred.forEach(this::touch);
			same(written, deferred);
		}

		private M filled(M box) throws ReflectiveOperationException {
			Field first = this.type.getField("always");
			Field second = this.type.getField("sometimes");
			first.set(box, this.always.value(this.random, first.getType()));
			second.set(box, this.sometimes.valueOrNull(this.random, second.getType()));
			return box;
		}

		private void touch(Model box) {
			value(box, "getAlways");
			value(box, "getSometimes");
		}

		private @Nullable Object value(Model box, String accessor) {
			try {
				return this.type.getMethod(accessor).invoke(box);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void same(List<? extends Model> written, List<? extends Model> read) {
			for (String accessor : List.of("getAlways", "getSometimes")) {
				assertThat(read.stream().map((box) -> value(box, accessor)).toList())
					.isEqualTo(written.stream().map((box) -> value(box, accessor)).toList());
			}
		}

	}

}
