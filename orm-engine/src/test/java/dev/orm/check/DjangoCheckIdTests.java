package dev.orm.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.annotation.ToField;
import dev.orm.declare.Meta;
import dev.orm.expression.Q;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.model.EntityBinding;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Django's checks refuse of models that compile is found when they are checked
 * ({@code django/checks.json}: the ids of Django 5.2, and ours).
 */
class DjangoCheckIdTests {

	private static final Map<String, Consumer<Meta<Model>>> DECLARED = new HashMap<>();

	static {
		DECLARED.put("an index of what is not there", (meta) -> meta.index("colour"));
		DECLARED.put("a unique constraint of what is not there", (meta) -> meta.unique("colour"));
		DECLARED.put("a check of what is not there", (meta) -> meta.check("a", Q.of("colour", 1)));
		DECLARED.put("a check of another table", (meta) -> meta.check("a", Q.of("shelf__label", "x")));
		DECLARED.put("an index of another table", (meta) -> meta.index("shelf__label"));
		DECLARED.put("one name of two constraints", (meta) -> {
			meta.check("a", Q.of("name", "x"));
			meta.check("a", Q.of("name", "y"));
		});
		DECLARED.put("one name of two indexes", (meta) -> {
			meta.index("name").name("a");
			meta.index("shelf").name("a");
		});
	}

	private static final Map<String, Class<? extends Model>> MODELS = Map.of("one object for all new rows",
			Worded.class, "a relation by what is not unique", Labelled.class);

	@TestFactory
	Stream<DynamicTest> badModelsAreFound() {
		return answers().get("link").valueStream().map((one) -> {
			String name = one.get("case").asString();
			return DynamicTest.dynamicTest(one.get("django") + " " + name,
					() -> assertThat(found(name)).contains(one.get("ours").asString()));
		});
	}

	/** The ids of what is found; those of Meta stand in its text. */
	private static List<String> found(String name) {
		List<EntityBinding<?>> bindings = new ArrayList<>(List.of(EntityBinding.of(Rack.class)));
		Class<? extends Model> model = MODELS.get(name);
		bindings.add((model != null) ? EntityBinding.of(model) : new DescribedBinding(
				EntityBinding.of(Good.class).describe(), Objects.requireNonNull(DECLARED.get(name), name)));
		ModelRegistry models = ModelRegistry.bound(bindings, TypeRegistry.standard());
		return ModelChecks.standard()
			.run(models)
			.stream()
			.map((problem) -> problem.id().equals("meta")
					? problem.message().replaceFirst("(?s).*\\((meta-[a-z-]+)\\).*", "$1") : problem.id())
			.toList();
	}

	private static JsonNode answers() {
		try (InputStream in = DjangoCheckIdTests.class.getResourceAsStream("/django/checks.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Table(name = "check_rack")
	static class Rack extends Model {

		@Id
		Long id;

		@Column(length = 9)
		String label;

	}

	@Table(name = "check_good")
	static class Good extends Model {

		@Id
		Long id;

		@Column(length = 9)
		String name;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Rack> shelf;

	}

	@Table(name = "check_worded")
	static class Worded extends Model {

		private static final List<String> NONE = new ArrayList<>();

		@Id
		Long id;

		List<String> words = NONE;

	}

	@Table(name = "check_labelled")
	static class Labelled extends Model {

		@Id
		Long id;

		@ToField("label")
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Rack> rack;

	}

}
