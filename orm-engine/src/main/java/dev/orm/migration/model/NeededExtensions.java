package dev.orm.migration.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredExclusion;
import dev.orm.declare.DeclaredIndex;
import dev.orm.declare.IndexMethod;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;

/** Tells which extensions the indexes a model declares need. */
final class NeededExtensions {

	/** What an index of PostgreSQL itself finds in plain values. */
	private static final Set<Kind> SCALARS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.FLOAT,
			Kind.TEXT, Kind.BOOLEAN, Kind.DATE, Kind.TIME, Kind.DATETIME, Kind.LOCAL_DATETIME, Kind.UUID);

	private final EntityModel model;

	NeededExtensions(EntityModel model) {
		this.model = model;
	}

	Set<String> of(Declarations declarations) {
		Set<String> names = new TreeSet<>();
		for (DeclaredIndex index : declarations.indexes()) {
			index.operatorClasses().forEach((operators) -> operators(operators, names));
			if (index.operatorClasses().isEmpty()) {
				method(index.method(), index.elements().stream().map(Clause.Ordering::expression).toList(), names);
			}
		}
		for (DeclaredConstraint constraint : declarations.constraints()) {
			if (constraint instanceof DeclaredExclusion exclusion) {
				method(exclusion.method(),
						exclusion.elements().stream().map(DeclaredExclusion.Element::expression).toList(), names);
			}
		}
		return names;
	}

	private static void operators(String operators, Set<String> names) {
		if (operators.endsWith("_trgm_ops")) {
			names.add("pg_trgm");
		}
		else if (operators.matches("(vector|halfvec|sparsevec|bit)_(l1|l2|ip|cosine|hamming|jaccard)_ops")) {
			names.add("vector");
		}
	}

	private void method(IndexMethod method, List<Node> elements, Set<String> names) {
		boolean scalar = elements.stream().anyMatch(this::isScalar);
		if (method == IndexMethod.BLOOM) {
			names.add("bloom");
		}
		if (scalar && method == IndexMethod.GIST) {
			names.add("btree_gist");
		}
		if (scalar && method == IndexMethod.GIN) {
			names.add("btree_gin");
		}
	}

	private boolean isScalar(Node element) {
		String attribute = DeclaredConstraint.attribute(element);
		return attribute != null && this.model.field(attribute)
			.map(FieldModel::type)
			.filter((type) -> SCALARS.contains(type.kind()) && isBuiltIn(type))
			.isPresent();
	}

	/** A text may be of a type that an extension brings, with indexes of its own. */
	private static boolean isBuiltIn(ValueType type) {
		return type.kind() != Kind.TEXT || type.driverName().equals("text");
	}

}
