package dev.orm.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The relations {@code selectRelated} asked for, by segment. Mutable while a query is
 * resolved.
 */
final class RelatedTree {

	final Map<String, RelatedTree> children = new LinkedHashMap<>();

	void add(List<String> segments) {
		RelatedTree tree = this;
		for (String segment : segments) {
			tree = tree.children.computeIfAbsent(segment, (key) -> new RelatedTree());
		}
	}

}
