package dev.orm.declare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;

/** The paths that declared expressions name. */
public final class DeclaredPaths {

	private DeclaredPaths() {
	}

	/**
	 * Collect the paths of an expression.
	 * @param node the expression
	 * @return its paths, each once, in the order they are written
	 */
	public static List<String> of(Node node) {
		Set<String> paths = new LinkedHashSet<>();
		collect(node, paths);
		return List.copyOf(paths);
	}

	private static void collect(Node node, Set<String> paths) {
		if (node instanceof Atom.Field field) {
			paths.add(field.path());
		}
		else if (node instanceof Atom.KeyText key) {
			paths.add(key.path());
		}
		else if (node instanceof Predicate.Lookup lookup) {
			paths.add(lookup.left());
		}
		node.children().forEach((child) -> collect(child, paths));
	}

}
