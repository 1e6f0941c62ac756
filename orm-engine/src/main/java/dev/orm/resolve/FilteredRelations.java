package dev.orm.resolve;

import java.util.HashSet;
import java.util.Set;

import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the further ON condition of a filtered relation against the join it belongs
 * to.
 */
final class FilteredRelations {

	private final SelectQuery query;

	FilteredRelations(SelectQuery query) {
		this.query = query;
	}

	Sql condition(Nodes.FilteredRelation relation, TableAlias table, @Nullable Set<String> reusable) {
		Set<String> reuse = null;
		if (reusable != null) {
			reuse = new HashSet<>(reusable);
			reuse.add(table.alias);
		}
		int before = this.query.joins.all().size();
		ResolveMode mode = new ResolveMode(reuse, true, false, false, false, false, false);
		Sql condition = new ConditionBuilder(this.query).build(relation.condition(), mode).condition();
		if (this.query.joins.all().size() > before) {
			this.query.joins.moveLast(table);
		}
		return condition;
	}

	/**
	 * Let the condition's paths start with the relation's new name instead of its path.
	 */
	static Nodes.FilteredRelation named(String name, Nodes.FilteredRelation relation) {
		Node renamed = PathPrefix.replace(relation.condition(), relation.relation(), name);
		return new Nodes.FilteredRelation(relation.relation(), renamed);
	}

}
