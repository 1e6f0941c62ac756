package dev.orm.acceptance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Finds the join models nobody wrote whose rows a case asks for by their model. */
final class JoinModels {

	private JoinModels() {
	}

	static Set<CaseModel> needed(ModelCatalog catalog, List<AcceptanceCase> cases) {
		Set<String> named = new LinkedHashSet<>();
		cases.forEach((acceptanceCase) -> collect(acceptanceCase.body(), named));
		Set<CaseModel> needed = new LinkedHashSet<>();
		catalog.all()
			.stream()
			.filter((model) -> model.autoCreated() && named.contains(model.name()))
			.forEach(needed::add);
		return needed;
	}

	private static void collect(JsonNode node, Set<String> named) {
		if (node.path("model").isString()) {
			named.add(node.path("model").asString());
		}
		node.forEach((child) -> collect(child, named));
	}

}
