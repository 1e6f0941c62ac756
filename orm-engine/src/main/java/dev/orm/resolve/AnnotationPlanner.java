package dev.orm.resolve;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.sql.Sql;
import dev.orm.tree.Unfolding;

/**
 * Adds named expressions to a query, grouping it where they aggregate. Django's
 * {@code annotate} and {@code alias}.
 */
final class AnnotationPlanner {

	// names get into the text: Django forbids some characters, here few are allowed
	private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

	private final SelectQuery query;

	AnnotationPlanner(SelectQuery query) {
		this.query = query;
	}

	void add(Map<String, Node> expressions, boolean selected) {
		Set<String> taken = takenNames();
		for (String name : expressions.keySet()) {
			checkName(name);
			if (taken.contains(name)) {
				throw new QueryValueException(
						"The annotation '%s' conflicts with a field on the model %s. Choose another name."
							.formatted(name, this.query.model.name()),
						Subject.ofPath(this.query.model.name(), name));
			}
		}
		boolean aggregates = false;
		for (Map.Entry<String, Node> entry : expressions.entrySet()) {
			aggregates |= add(entry.getKey(), entry.getValue(), selected);
		}
		if (aggregates) {
			new MultipliedAggregates(this.query).warn();
			group();
		}
	}

	private boolean add(String name, Node node, boolean selected) {
		if (node instanceof Clause.FilteredRelation relation) {
			addFilteredRelation(name, relation);
			return false;
		}
		Node counted = this.query.aggregatesPerRelation() ? perRelation(name, node) : node;
		Sql expression = new ExpressionResolver(this.query, ResolveMode.EXPRESSION).resolve(counted);
		Unfolding.check(name, expression);
		if (selected) {
			this.query.annotate(name, expression);
			this.query.select.fixToo(name);
		}
		else {
			this.query.annotations.addHidden(name, expression);
		}
		return expression.containsAggregate();
	}

	/** A subquery is about a row of the model, of which values may be several. */
	private Node perRelation(String name, Node node) {
		Node counted = new RelationAggregates(this.query).rewrite(node);
		if (!counted.equals(node) && this.query.select.isFixed()) {
			throw new UnsupportedCombinationException(
					"aggregatePerRelation() aggregates for each %s, but values() before annotate('%s') groups them: call values() afterwards."
						.formatted(this.query.model.name(), name),
					Subject.ofPath(this.query.model.name(), name).by("annotate"));
		}
		return counted;
	}

	private void addFilteredRelation(String name, Clause.FilteredRelation relation) {
		FilteredRelations.check(this.query, relation);
		this.query.addFilteredRelation(name, relation);
	}

	private void group() {
		if (!this.query.distinctFields().isEmpty()) {
			throw new UnsupportedCombinationException(
					"annotate() of an aggregate after distinct(fields) is not implemented. hint: aggregate in a subquery(…)",
					this.query.model.subject().by("annotate"));
		}
		if (this.query.select.isFixed()) {
			new ValuesPlanner(this.query).group(true);
		}
		else {
			this.query.groupByModel();
		}
	}

	private Set<String> takenNames() {
		Set<String> fixed = this.query.select.fixed();
		if (fixed != null) {
			Set<String> names = new LinkedHashSet<>(fixed);
			names.removeAll(this.query.annotations.all().keySet());
			return names;
		}
		Set<String> names = new LinkedHashSet<>();
		for (FieldModel field : this.query.model.fields()) {
			names.add(field.name());
			names.add(field.attname());
		}
		this.query.model.relations().stream().map(RelationModel::queryName).forEach(names::add);
		return names;
	}

	static void checkName(String name) {
		if (!isName(name)) {
			throw new QueryValueException(
					"Column aliases consist of letters, digits and underscores, and begin with no digit: '%s'"
						.formatted(name),
					Subject.ofArgument(name));
		}
	}

	static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

}
