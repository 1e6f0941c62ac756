package dev.orm.acceptance;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Looks through conditions, literals and expressions for what the format does not have.
 */
final class UnknownValues {

	private static final Set<String> FRAMES = Set.of("rows", "range");

	private final UnknownParts parts;

	UnknownValues(UnknownParts parts) {
		this.parts = parts;
	}

	/** Look through each value of a list or an object. */
	void each(JsonNode values) {
		values.forEach(this::value);
	}

	/** Look through an argument, a column value or the right side of a lookup. */
	void value(JsonNode node) {
		if (node.isArray()) {
			each(node);
		}
		else if (node.has("$instance")) {
			this.parts.keys("$instance", node.path("$instance"), Set.of("model", "pk"));
		}
		else if (node.has("$unsaved")) {
			this.parts.keys("$unsaved", node.path("$unsaved"), Set.of("model", "set"));
			each(node.path("$unsaved").path("set"));
		}
		else if (node.has("$query")) {
			this.parts.subquery(node.path("$query"));
		}
		else if (node.isObject() && !Literals.isLiteral(node)) {
			condition(node);
		}
	}

	void condition(JsonNode node) {
		if (node.isArray()) {
			node.forEach(this::condition);
		}
		else if (ExpressionTranslator.isExpression(node)) {
			expression(node);
		}
		else {
			node.propertyStream().forEach((member) -> member(member.getKey(), member.getValue()));
		}
	}

	private void member(String name, JsonNode value) {
		switch (name) {
			case "$and", "$or", "$xor", "$not" -> condition(value);
			case "$expr" -> value(value);
			default -> {
				if (name.startsWith("$")) {
					this.parts.add("condition", name);
				}
				value(value);
			}
		}
	}

	private void expression(JsonNode node) {
		String kind = node.propertyNames()
			.stream()
			.filter(UnknownParts.OPTIONS::containsKey)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("an expression without options: " + node));
		Set<String> known = new HashSet<>(UnknownParts.OPTIONS.get(kind));
		known.add(kind);
		this.parts.keys(kind, node, known);
		content(kind, node.path(kind));
		for (String option : Set.of("args", "arg", "fields", "params")) {
			each(node.path(option));
			if (node.path(option).isObject() && ExpressionTranslator.isExpression(node.path(option))) {
				value(node.path(option));
			}
		}
		condition(node.path("filter"));
		node.path("order_by").forEach(this::term);
		value(node.path("default"));
	}

	private void content(String kind, JsonNode content) {
		switch (kind) {
			case "$subquery", "$exists", "$array_subquery" -> this.parts.subquery(content);
			case "$case" -> content.forEach((branch) -> {
				condition(branch.path(0));
				value(branch.path(1));
			});
			case "$window" -> window(content);
			case "$lookup" -> {
				value(content.path(1));
				value(content.path(2));
			}
			case "$q" -> condition(content);
			case "$v", "$wrap" -> value(content);
			case "$filtered_relation" -> {
				this.parts.keys(kind, content, Set.of("relation", "condition"));
				condition(content.path("condition"));
			}
			default -> {
			}
		}
	}

	private void window(JsonNode content) {
		this.parts.keys("$window", content, Set.of("expr", "partition_by", "order_by", "frame"));
		value(content.path("expr"));
		each(content.path("partition_by"));
		content.path("order_by").forEach(this::term);
		JsonNode frame = content.path("frame");
		this.parts.keys("frame", frame, Set.of("type", "start", "end", "exclusion"));
		if (frame.isObject() && !FRAMES.contains(frame.path("type").asString())) {
			this.parts.add("frame", frame.path("type").asString());
		}
	}

	/** Look through a term of an ordering. */
	void term(JsonNode term) {
		if (!term.has("expr")) {
			value(term);
			return;
		}
		this.parts.keys("order term", term, Set.of("expr", "dir", "nulls"));
		value(term.path("expr"));
		among("dir", term.path("dir"), Set.of("asc", "desc"));
		among("nulls", term.path("nulls"), Set.of("first", "last"));
	}

	private void among(String what, JsonNode word, Set<String> known) {
		if (word.isString() && !known.contains(word.asString())) {
			this.parts.add(what, word.asString());
		}
	}

}
