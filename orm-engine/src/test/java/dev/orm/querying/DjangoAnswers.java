package dev.orm.querying;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.QuerySet;
import dev.orm.model.Model;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that Django 6.1 gave to queries on the shop's rows, one file for a subject. */
final class DjangoAnswers {

	private DjangoAnswers() {
	}

	/** Compare each answer of a file with that of the query of its name. */
	static Stream<DynamicTest> compare(String subject, Map<String, Supplier<List<?>>> ours) {
		JsonNode expected = read("/django/" + subject + ".json");
		assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
		return ours.entrySet()
			.stream()
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(),
					() -> assertThat(text(entry.getValue().get())).isEqualTo(text(expected.get(entry.getKey())))));
	}

	private static String text(Object rows) {
		return JsonMapper.shared().writeValueAsString(rows);
	}

	/** The keys of rows, in their order. */
	static List<?> ids(QuerySet<? extends Model> rows) {
		List<Object> ids = new ArrayList<>();
		rows.list().forEach((row) -> ids.add(Objects.requireNonNull(row.pk())));
		return ids;
	}

	private static JsonNode read(String resource) {
		try (InputStream in = DjangoAnswers.class.getResourceAsStream(resource)) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in, resource));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
