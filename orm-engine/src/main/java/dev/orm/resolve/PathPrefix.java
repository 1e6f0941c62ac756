package dev.orm.resolve;

import java.util.List;

import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;

/** Gives the paths of a condition another beginning. */
final class PathPrefix {

	private PathPrefix() {
	}

	static Node replace(Node node, String before, String after) {
		if (node instanceof Predicate.Junction junction) {
			List<Node> parts = junction.flat().stream().map((part) -> replace(part, before, after)).toList();
			return new Predicate.Junction(junction.connector(), parts);
		}
		if (node instanceof Predicate.Negation negation) {
			return new Predicate.Negation(replace(negation.part(), before, after));
		}
		if (node instanceof Predicate.Lookup lookup) {
			return new Predicate.Lookup(rename(lookup.path(), before, after), lookup.value());
		}
		return node;
	}

	private static String rename(String path, String before, String after) {
		if (path.equals(before) || path.startsWith(before + "__")) {
			return after + path.substring(before.length());
		}
		return path;
	}

}
