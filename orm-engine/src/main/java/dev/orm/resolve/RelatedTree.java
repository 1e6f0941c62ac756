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

	/** Whether a row behind the segment is what the row before it is, in full. */
	private boolean child;

	boolean isChild() {
		return this.child;
	}

	/** Ask for a child of the model (multi-table inheritance). */
	RelatedTree addChild(String segment) {
		RelatedTree tree = this.children.computeIfAbsent(segment, (key) -> new RelatedTree());
		tree.child = true;
		return tree;
	}

	void add(List<String> segments) {
		RelatedTree tree = this;
		for (String segment : segments) {
			tree = tree.children.computeIfAbsent(segment, (key) -> new RelatedTree());
		}
	}

}
