package dev.orm.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.query.Paths;
import dev.orm.resolve.follow.FilteredPath;
import dev.orm.sql.Sql;

/**
 * Resolves the further ON condition of a filtered relation against the join it belongs
 * to.
 */
final class FilteredRelations {

	private final SelectQuery query;

	FilteredRelations(SelectQuery query) {
		this.query = query;
	}

	Sql condition(String name, Clause.FilteredRelation relation, TableAlias table, JoinScope around) {
		Set<String> way = new HashSet<>();
		way(table, way);
		int before = this.query.joins.all().size();
		FilteredPath outside = this.query.filtering();
		this.query.filtering(new FilteredPath(Paths.split(relation.relation()), name));
		ResolveMode mode = ResolveMode.filter(around.with(way)).asJoin();
		Sql condition = new ConditionBuilder(this.query).build(relation.condition(), mode).condition();
		this.query.filtering(outside);
		if (this.query.joins.all().size() > before) {
			this.query.joins.moveLast(table);
		}
		return condition;
	}

	/** The condition is about the rows on the way to the join too: not about others. */
	private void way(TableAlias table, Set<String> aliases) {
		aliases.add(table.alias);
		if (table.parent != null) {
			way(this.query.joins.get(table.parent), aliases);
		}
	}

	/** Refuse conditions that lead away from the relation, or further than it does. */
	static void check(SelectQuery query, Clause.FilteredRelation relation) {
		List<String> names = Paths.split(relation.relation());
		if (!PathFinder.find(query, names).rest().isEmpty()) {
			throw new QueryValueException(
					"FilteredRelation's relation cannot contain lookups (got '%s').".formatted(relation.relation()),
					Subject.ofPath(query.model.name(), relation.relation()));
		}
		check(query, relation.condition(), names);
	}

	private static void check(SelectQuery query, Node node, List<String> relation) {
		if (node instanceof Predicate.Junction junction) {
			junction.parts().forEach((part) -> check(query, part, relation));
		}
		else if (node instanceof Predicate.Negation negation) {
			check(query, negation.part(), relation);
		}
		else if (node instanceof Predicate.Lookup lookup) {
			List<String> names = Paths.split(lookup.path());
			if (!query.annotations.contains(names.get(0)) && !query.filteredRelations().containsKey(names.get(0))) {
				check(query, names, relation, PathFinder.find(query, names).rest().size());
			}
		}
	}

	/** Django leaves out the last name before a lookup, and the last two without one. */
	private static void check(SelectQuery query, List<String> names, List<String> relation, int lookups) {
		int length = names.size() - ((lookups > 0) ? lookups + 1 : 2);
		for (int i = 0; i < Math.min(length, relation.size()); i++) {
			if (!names.get(i).equals(relation.get(i))) {
				throw new QueryValueException(
						"FilteredRelation's condition does not support relations outside of '%s' (got '%s')."
							.formatted(String.join("__", relation), String.join("__", names)),
						subject(query, names));
			}
		}
		if (names.size() - lookups > relation.size() + 1) {
			throw new QueryValueException(
					"FilteredRelation's condition does not support nested relations deeper than '%s' (got '%s')."
						.formatted(String.join("__", relation), String.join("__", names)),
					subject(query, names));
		}
	}

	private static Subject subject(SelectQuery query, List<String> names) {
		return Subject.ofPath(query.model.name(), String.join("__", names));
	}

}
