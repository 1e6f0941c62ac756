package dev.orm.declare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * An index that is no constraint. Immutable.
 *
 * @param name the name; empty until one is derived
 * @param method the access method
 * @param elements columns and expressions, with their direction
 * @param operatorClasses one for each element; empty for the usual ones
 * @param include attributes it carries along
 * @param parameters storage parameters by name, in order
 * @param where the rows it holds; null for all
 */
public record DeclaredIndex(String name, IndexMethod method, List<Clause.Ordering> elements,
		List<String> operatorClasses, List<String> include, Map<String, String> parameters, @Nullable Node where) {

	public DeclaredIndex {
		elements = List.copyOf(elements);
		operatorClasses = List.copyOf(operatorClasses);
		include = List.copyOf(include);
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	DeclaredIndex named(String text) {
		return new DeclaredIndex(text, this.method, this.elements, this.operatorClasses, this.include, this.parameters,
				this.where);
	}

}
