package dev.orm.expression.node;

import org.jspecify.annotations.Nullable;

/** Puts the paths of an expression behind a relation. Django's prefix_references. */
final class Behind {

	private Behind() {
	}

	static Node of(Node node, String relation) {
		return node.transform((part) -> path(part, relation + "__"));
	}

	private static @Nullable Node path(Node node, String prefix) {
		if (node instanceof Atom.Field field) {
			return new Atom.Field(prefix + field.path());
		}
		if (node instanceof Atom.KeyText key) {
			return new Atom.KeyText(prefix + key.path());
		}
		if (node instanceof Predicate.Lookup lookup) {
			return new Predicate.Lookup(prefix + lookup.left(), lookup.name(),
					lookup.value().transform((part) -> path(part, prefix)));
		}
		return null;
	}

}
