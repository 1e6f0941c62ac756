package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import tools.jackson.databind.JsonNode;

/**
 * Compares answers as section 13 of the format says. In: a case, the expected and the
 * actual record. Out: the first difference, if any.
 */
final class Comparison {

	private static final Set<String> ROW_TERMINALS = Set.of("rows", "iterator", "in_bulk");

	private final ModelCatalog catalog;

	Comparison(ModelCatalog catalog) {
		this.catalog = catalog;
	}

	Optional<Difference> difference(AcceptanceCase acceptanceCase, JsonNode actual) {
		JsonNode expected = acceptanceCase.expected();
		if (acceptanceCase.writes()) {
			return written(acceptanceCase.body(), expected, actual)
				.or(() -> queries(acceptanceCase, actual.path("queries").asInt()));
		}
		boolean ordered = acceptanceCase.body().path("ordered").asBoolean(false);
		return answer(acceptanceCase.body(), ordered, expected, actual)
			.or(() -> queries(acceptanceCase, actual.path("queries").asInt()));
	}

	private Optional<Difference> queries(AcceptanceCase acceptanceCase, int sent) {
		JsonNode most = acceptanceCase.expected().path("max_queries");
		if (most.isNumber() && sent > most.asInt()) {
			return Optional.of(new Difference("at most " + most + " statements", sent + " statements"));
		}
		if (acceptanceCase.isTagged("no-query") && sent > 0) {
			return Optional.of(new Difference("no statement", sent + " statements"));
		}
		return Optional.empty();
	}

	private Optional<Difference> written(JsonNode body, JsonNode expected, JsonNode actual) {
		boolean ordered = body.path("ordered").asBoolean(false);
		int steps = body.path("steps").size();
		if (expected.path("steps").size() != steps || actual.path("steps").size() != steps) {
			return Optional.of(new Difference(expected.path("steps").toString(), actual.path("steps").toString()));
		}
		for (int i = 0; i < steps; i++) {
			JsonNode step = body.path("steps").path(i);
			Optional<Difference> difference = answer(step, ordered || step.path("ordered").asBoolean(false),
					expected.path("steps").path(i), actual.path("steps").path(i));
			if (difference.isPresent()) {
				return difference.map(new Place("step " + (i + 1))::of);
			}
		}
		return tables(expected.path("tables"), actual.path("tables")).map(new Place("tables")::of)
			.or(() -> error(expected.path("commit_error"), actual.path("commit_error"))
				.map(new Place("commit_error")::of));
	}

	private Optional<Difference> answer(JsonNode step, boolean ordered, JsonNode expected, JsonNode actual) {
		Optional<Difference> error = error(expected.path("error"), actual.path("error"));
		if (error.isPresent() || expected.has("error")) {
			return error.map((difference) -> new Difference(expected.toString(), actual.toString()));
		}
		if (!expected.has("result") || !actual.has("result")) {
			return Optional.of(new Difference(expected.toString(), actual.toString()));
		}
		return result(step.path("terminal"), ordered, expected.path("result"), actual.path("result"));
	}

	private Optional<Difference> error(JsonNode expected, JsonNode actual) {
		return expected.equals(actual) ? Optional.empty()
				: Optional.of(new Difference(expected.toString(), actual.toString()));
	}

	private Optional<Difference> result(JsonNode terminal, boolean ordered, JsonNode expected, JsonNode actual) {
		String name = terminal.isObject() ? terminal.propertyNames().iterator().next() : terminal.asString("rows");
		if (name.isEmpty() || ROW_TERMINALS.contains(name)) {
			return lists(expected, actual, ordered, ValueEquality::equal);
		}
		if (name.equals("graph")) {
			JsonNode spec = terminal.path("graph");
			return lists(expected, actual, ordered, (left, right) -> nodes(spec, left, right));
		}
		if (name.equals("page")) {
			return page(expected, actual, ordered);
		}
		return ValueEquality.equal(expected, actual) ? Optional.empty()
				: Optional.of(new Difference(expected.toString(), actual.toString()));
	}

	private Optional<Difference> page(JsonNode expected, JsonNode actual, boolean ordered) {
		for (String key : keys(expected, actual)) {
			boolean same = key.equals("rows")
					? lists(expected.path(key), actual.path(key), ordered, ValueEquality::equal).isEmpty()
					: ValueEquality.equal(expected.path(key), actual.path(key));
			if (!same) {
				return Optional.of(new Difference(expected.toString(), actual.toString()));
			}
		}
		return Optional.empty();
	}

	private boolean nodes(JsonNode spec, JsonNode expected, JsonNode actual) {
		if (!expected.isObject() || !actual.isObject()) {
			return expected.isNull() && actual.isNull();
		}
		for (String key : keys(expected, actual)) {
			if (!expected.has(key) || !actual.has(key)
					|| !attribute(spec.path("rels").path(key), expected.path(key), actual.path(key))) {
				return false;
			}
		}
		return true;
	}

	private boolean attribute(JsonNode spec, JsonNode expected, JsonNode actual) {
		if (spec.isMissingNode()) {
			return ValueEquality.equal(expected, actual);
		}
		if (expected.isArray()) {
			boolean ordered = spec.path("ordered").asBoolean(false);
			return lists(expected, actual, ordered, (left, right) -> nodes(spec, left, right)).isEmpty();
		}
		return nodes(spec, expected, actual);
	}

	private Optional<Difference> tables(JsonNode expected, JsonNode actual) {
		for (String model : keys(expected, actual)) {
			boolean joinModel = this.catalog.get(model).autoCreated();
			for (String part : List.of("inserted", "deleted", "updated")) {
				BiPredicate<JsonNode, JsonNode> equality = (joinModel && part.equals("inserted"))
						? ValueEquality::equalExceptId : ValueEquality::equal;
				if (!expected.has(model) || !actual.has(model)
						|| lists(expected.path(model).path(part), actual.path(model).path(part), false, equality)
							.isPresent()) {
					return Optional.of(new Difference(expected.toString(), actual.toString()));
				}
			}
		}
		return Optional.empty();
	}

	private Optional<Difference> lists(JsonNode expected, JsonNode actual, boolean ordered,
			BiPredicate<JsonNode, JsonNode> equality) {
		if (!expected.isArray() || !actual.isArray() || expected.size() != actual.size()) {
			return Optional.of(new Difference(expected.toString(), actual.toString()));
		}
		List<JsonNode> left = new ArrayList<>();
		expected.forEach(left::add);
		for (int i = 0; i < actual.size(); i++) {
			int found = ordered ? (equality.test(left.get(i), actual.path(i)) ? i : -1)
					: find(left, actual.path(i), equality);
			if (found < 0) {
				return Optional.of(new Difference(expected.toString(), actual.toString()));
			}
			if (!ordered) {
				left.remove(found);
			}
		}
		return Optional.empty();
	}

	private int find(List<JsonNode> candidates, JsonNode wanted, BiPredicate<JsonNode, JsonNode> equality) {
		for (int i = 0; i < candidates.size(); i++) {
			if (equality.test(candidates.get(i), wanted)) {
				return i;
			}
		}
		return -1;
	}

	static Set<String> keys(JsonNode left, JsonNode right) {
		Set<String> keys = new LinkedHashSet<>(left.propertyNames());
		keys.addAll(right.propertyNames());
		return keys;
	}

	/**
	 * What differs.
	 *
	 * @param expected the expected answer
	 * @param actual the answer got
	 */
	record Difference(String expected, String actual) {

	}

	/**
	 * Where something differs.
	 *
	 * @param name the part of the record
	 */
	private record Place(String name) {

		Difference of(Difference difference) {
			return new Difference(this.name + ": " + difference.expected(), this.name + ": " + difference.actual());
		}

	}

}
