package dev.orm.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.RestrictedException;
import dev.orm.signal.Company.Badge;
import dev.orm.signal.Company.Branch;
import dev.orm.signal.Company.Chief;
import dev.orm.signal.Company.Firm;
import dev.orm.signal.Company.Named;
import dev.orm.signal.Company.Person;
import dev.orm.signal.Company.Trip;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who is told of a delete, and in which order, by the answers of Django's
 * {@code Collector} to the same rows ({@code django/deletes.json}): keys that take NULL
 * and such that do not, parents' rows and children's, what restricts.
 */
class DjangoDeletionTests {

	private static final List<Class<? extends Named>> MODELS = List.of(Firm.class, Branch.class, Person.class,
			Chief.class, Badge.class, Trip.class);

	/** What stands behind the name of a row, by model. */
	private static final Map<String, List<String>> COLUMNS = Map.of("Branch", List.of("firmId"), "Person",
			List.of("firmId", "branchId"), "Chief", List.of("firmId", "branchId", "overId"), "Badge",
			List.of("personId"), "Trip", List.of("chiefId", "badgeId"));

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			ModelTables.of(List.of(), Firm.class, Branch.class, Person.class, Chief.class, Badge.class, Trip.class));

	private final Listeners listeners = new Listeners();

	private final List<String> heard = new ArrayList<>();

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.copyOf(MODELS))
		.signals(this.listeners)
		.build();

	/** A listener to persons hears of chiefs too, a receiver does not. */
	private void listen(Class<? extends Named> model) {
		this.listeners.preDelete(model, (event) -> tell("PreDelete", model, event))
			.postDelete(model, (event) -> tell("PostDelete", model, event));
	}

	private void tell(String what, Class<?> model, ModelEvent<? extends Named> event) {
		if (event.instance().getClass() == model) {
			this.heard.add("%s %s %s".formatted(what, model.getSimpleName(), event.instance().name));
		}
	}

	@TestFactory
	Stream<DynamicTest> listenersHearOfDeletesInDjangosOrder() {
		MODELS.forEach(this::listen);
		return answers().get("cases")
			.valueStream()
			.map((one) -> DynamicTest.dynamicTest("seed " + one.get("seed"), () -> {
				store(one.get("rows"));
				this.heard.clear();
				if (one.get("refused").asBoolean()) {
					assertThatExceptionOfType(RestrictedException.class).isThrownBy(() -> delete(one));
				}
				else {
					delete(one);
				}
				assertThat(this.heard).isEqualTo(one.get("heard").valueStream().map(JsonNode::asString).toList());
			}));
	}

	private void store(JsonNode rows) {
		database.truncate("trip", "badge", "chief", "person", "branch", "firm");
		Map<String, Object> keys = new HashMap<>();
		for (String firm : List.of("f0", "f1")) {
			keys.put(firm, key("Firm", Map.of("name", firm)));
		}
		for (String model : List.of("Branch", "Person", "Chief", "Badge", "Trip")) {
			rows.get(model).forEach((row) -> keys.put(row.get(0).asString(), key(model, attributes(model, row, keys))));
		}
	}

	private static Map<String, Object> attributes(String model, JsonNode row, Map<String, Object> keys) {
		Map<String, Object> attributes = new HashMap<>(Map.of("name", row.get(0).asString()));
		List<String> columns = Objects.requireNonNull(COLUMNS.get(model));
		for (int i = 0; i < columns.size(); i++) {
			JsonNode name = row.get(i + 1);
			attributes.put(columns.get(i), name.isNull() ? null : keys.get(name.asString()));
		}
		return attributes;
	}

	private Object key(String model, Map<String, Object> attributes) {
		return Objects.requireNonNull(manager(model).create(attributes).pk());
	}

	private Manager<? extends Named> manager(String model) {
		return this.orm
			.manager(MODELS.stream().filter((type) -> type.getSimpleName().equals(model)).findFirst().orElseThrow());
	}

	private void delete(JsonNode one) {
		delete(manager(one.get("delete").asString()), one.get("of"));
	}

	private static <T extends Named> void delete(Manager<T> manager, JsonNode name) {
		if (name.isNull()) {
			manager.all().delete();
		}
		else {
			manager.delete(manager.filter("name", name.asString()).get());
		}
	}

	private static JsonNode answers() {
		try (InputStream in = DjangoDeletionTests.class.getResourceAsStream("/django/deletes.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
