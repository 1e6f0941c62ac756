package dev.orm.resolve;

import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.query.Paths;

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
			checkPath(lookup.path(), before);
			return new Predicate.Lookup(rename(lookup.path(), before, after), lookup.value());
		}
		return node;
	}

	private static void checkPath(String path, String relation) {
		int depth = Paths.split(relation).size();
		List<String> names = Paths.split(path);
		if (!path.startsWith(relation) && names.size() - 1 > depth) {
			throw new QueryValueException(
					"FilteredRelation's condition does not support relations outside of '%s' (got '%s')."
						.formatted(relation, path));
		}
	}

	private static String rename(String path, String before, String after) {
		if (path.equals(before) || path.startsWith(before + "__")) {
			return after + path.substring(before.length());
		}
		return path;
	}

}
