package dev.orm.declare;

import java.util.List;

import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * No two rows may compare in a way: the general form of a unique constraint. Immutable.
 *
 * @param name the name
 * @param method the access method of its index
 * @param elements what is compared, and how
 * @param where the rows it holds for; null for all
 * @param deferred whether it is checked at the commit
 * @param message what people are told; empty for the usual text
 */
public record DeclaredExclusion(String name, IndexMethod method, List<Element> elements, @Nullable Node where,
		boolean deferred, String message) implements DeclaredConstraint {

	public DeclaredExclusion {
		elements = List.copyOf(elements);
	}

	@Override
	public List<String> attributes() {
		return DeclaredConstraint.attributes(this.elements.stream().map(Element::expression));
	}

	/**
	 * One of the comparisons, all of which must hold for two rows to clash.
	 *
	 * @param expression what is compared
	 * @param operator how, in SQL
	 */
	public record Element(Node expression, String operator) {

	}

}
