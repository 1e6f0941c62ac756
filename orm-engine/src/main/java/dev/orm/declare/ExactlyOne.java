package dev.orm.declare;

import java.util.List;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;

/** The condition that one of several columns is not NULL, and the others are. */
final class ExactlyOne {

	private ExactlyOne() {
	}

	static Node of(String name, List<String> attributes) {
		if (attributes.size() < 2) {
			throw new ModelDefinitionException(
					"exactlyOne '%s' chooses among %s: give it two attributes or more.".formatted(name, attributes),
					Subject.ofArgument(name));
		}
		List<Node> columns = attributes.stream().<Node>map(Atom.Field::new).toList();
		Node count = new Computation.Function("NumNonNulls", columns, Map.of(), null);
		return new Predicate.ExpressionLookup("exact", count, Nodes.of(1));
	}

}
