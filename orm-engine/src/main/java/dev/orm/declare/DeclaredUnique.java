package dev.orm.declare;

import java.util.List;

import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * No two rows may have the same values. Immutable.
 *
 * @param name the name; empty until one is derived
 * @param elements columns and expressions
 * @param include attributes its index carries along
 * @param where the rows it holds for; null for all
 * @param nullsDistinct whether rows with NULL never clash, as usual
 * @param deferred whether it is checked at the commit
 * @param message what people are told; empty for the usual text
 */
public record DeclaredUnique(String name, List<Node> elements, List<String> include, @Nullable Node where,
		boolean nullsDistinct, boolean deferred, String message) implements DeclaredConstraint {

	public DeclaredUnique {
		elements = List.copyOf(elements);
		include = List.copyOf(include);
	}

	/**
	 * Return whether the database knows it as a unique index, not as a constraint.
	 * @return true if it has a condition or an expression
	 */
	public boolean isIndex() {
		return this.where != null || attributes().size() < this.elements.size();
	}

	@Override
	public List<String> attributes() {
		return Declarations.attributes(this.elements.stream());
	}

	DeclaredUnique named(String text) {
		return new DeclaredUnique(text, this.elements, this.include, this.where, this.nullsDistinct, this.deferred,
				this.message);
	}

}
