package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Comparison}. */
class ComparisonTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final CaseReader READER = new CaseReader(null);

	private final Comparison comparison = new Comparison(READER.models());

	static List<AcceptanceCase> cases() {
		return READER.cases();
	}

	static Stream<AcceptanceCase> orderedCases() {
		return cases().stream()
			.filter((candidate) -> candidate.body().path("ordered").asBoolean(false)
					&& candidate.expected().path("result").size() > 1);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyExpectedAnswerEqualsItself(AcceptanceCase acceptanceCase) {
		assertThat(this.comparison.difference(acceptanceCase, acceptanceCase.expected())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyExpectedAnswerDiffersFromOneWithAnotherValue(AcceptanceCase acceptanceCase) {
		ObjectNode answer = (ObjectNode) acceptanceCase.expected().deepCopy();
		for (String part : List.of("error", "commit_error", "result", "steps", "tables")) {
			if (answer.has(part)) {
				answer.set(part, mutated(answer.path(part)));
			}
		}
		assertThat(this.comparison.difference(acceptanceCase, answer)).isPresent();
	}

	@ParameterizedTest
	@MethodSource("orderedCases")
	void orderMattersWhereTheCaseSaysSo(AcceptanceCase acceptanceCase) {
		ObjectNode answer = (ObjectNode) acceptanceCase.expected().deepCopy();
		JsonNode rows = answer.path("result").isArray() ? answer.path("result") : answer.path("result").path("rows");
		List<JsonNode> items = new ArrayList<>();
		rows.forEach(items::add);
		ArrayNode reversed = JsonNodeFactory.instance.arrayNode();
		for (int i = items.size() - 1; i >= 0; i--) {
			reversed.add(items.get(i));
		}
		if (answer.path("result").isArray()) {
			answer.set("result", reversed);
		}
		else {
			((ObjectNode) answer.path("result")).set("rows", reversed);
		}
		assertThat(this.comparison.difference(acceptanceCase, answer).isPresent()).isEqualTo(!reversed.equals(rows));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			2                                     | {"$decimal": "2.00"}                  | true
			2.0                                   | 2                                     | true
			{"$decimal": "0.1"}                   | 0.1                                   | true
			{"$decimal": "0.10001"}               | {"$decimal": "0.1"}                   | false
			0.30000000000000004                   | 0.3                                   | true
			0.3001                                | 0.3                                   | false
			{"$float": "nan"}                     | {"$float": "nan"}                     | true
			{"$float": "inf"}                     | {"$float": "-inf"}                    | false
			1                                     | true                                  | false
			"1"                                   | 1                                     | false
			{"$datetime": "2024-03-10T06:00:00Z"} | {"$datetime": "2024-03-10T07:00:00+01:00"} | true
			{"$duration": "PT-90.50S"}            | {"$duration": "PT-90.5S"}             | true
			{"$uuid": "AA"}                       | {"$uuid": "aa"}                       | true
			{"$json": {"a": 1, "b": 2.0}}         | {"$json": {"b": 2, "a": 1}}           | true
			{"$json": {"$decimal": "1"}}          | {"$json": {"$decimal": "1.0"}}        | false
			{"$range": [1, 5, "[)"]}              | {"$range": [1, 5, "[]"]}              | false
			[1, 2]                                | [2, 1]                                | false
			null                                  | {"$json": null}                       | false
			""")
	void valuesAreComparedByTheirKind(String left, String right, boolean same) {
		assertThat(ValueEquality.equal(MAPPER.readTree(left), MAPPER.readTree(right))).isEqualTo(same);
		assertThat(ValueEquality.equal(MAPPER.readTree(right), MAPPER.readTree(left))).isEqualTo(same);
	}

	@Test
	void duplicatesCount() {
		AcceptanceCase acceptanceCase = new AcceptanceCase("x", MAPPER.readTree("{}"),
				MAPPER.readTree("{\"result\": [1, 1, 2]}"));
		assertThat(this.comparison.difference(acceptanceCase, MAPPER.readTree("{\"result\": [2, 1, 1]}"))).isEmpty();
		assertThat(this.comparison.difference(acceptanceCase, MAPPER.readTree("{\"result\": [1, 2, 2]}"))).isPresent();
	}

	@Test
	void tooManyStatementsFail() {
		AcceptanceCase acceptanceCase = new AcceptanceCase("x",
				MAPPER.readTree("{\"terminal\": {\"graph\": {\"fields\": []}}}"),
				MAPPER.readTree("{\"result\": [], \"max_queries\": 2}"));
		assertThat(this.comparison.difference(acceptanceCase, MAPPER.readTree("{\"result\": [], \"queries\": 2}")))
			.isEmpty();
		assertThat(this.comparison.difference(acceptanceCase, MAPPER.readTree("{\"result\": [], \"queries\": 3}")))
			.isPresent();
	}

	private static JsonNode mutated(JsonNode node) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		if (node.isArray() && !node.isEmpty()) {
			ArrayNode copy = (ArrayNode) node.deepCopy();
			copy.set(0, mutated(node.path(0)));
			return copy;
		}
		boolean literal = node.size() == 1 && node.propertyNames().iterator().next().startsWith("$");
		if (node.isObject() && !node.isEmpty() && !literal) {
			ObjectNode copy = (ObjectNode) node.deepCopy();
			String first = node.propertyNames().iterator().next();
			copy.set(first, mutated(node.path(first)));
			return copy;
		}
		return nodes.stringNode("mutated");
	}

}
