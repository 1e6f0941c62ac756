package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;

/**
 * Counts the rows of a many-to-many relation in its join table alone: the foreign keys
 * there see to it that each row has its target. Django's {@code constrained_target}.
 */
final class ThroughRows {

	private ThroughRows() {
	}

	/**
	 * Return the join rows instead of all rows an owner is related to; any other query as
	 * it is.
	 */
	static QuerySpec of(QuerySpec spec) {
		boolean only = spec.previous() != null && spec.previous().isWhole();
		if (!only || spec.model().isScoped() || !(spec.last() instanceof Restriction.RelatedTo related)
				|| related.several()) {
			return spec;
		}
		return spec.model()
			.relation(related.path())
			.filter((back) -> back.kind() == RelationModel.Kind.MANY_TO_MANY)
			.map((back) -> rows(back.throughTable(), related.value()))
			.orElse(spec);
	}

	private static QuerySpec rows(RelationModel.Through through, Node owner) {
		List<Node> conditions = new ArrayList<>();
		conditions.add(new Predicate.Lookup(through.target().name(), owner));
		FieldModel counted = through.source();
		if (counted.nullable()) {
			conditions.add(new Predicate.Lookup(counted.name() + "__isnull", new Atom.Literal(false, null)));
		}
		return QuerySpec.of(through.model()).then(new Restriction.Filter(conditions, false));
	}

}
