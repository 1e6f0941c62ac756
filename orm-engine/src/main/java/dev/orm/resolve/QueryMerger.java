package dev.orm.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.node.Connector;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Sql;
import dev.orm.tree.Junctions;
import dev.orm.tree.Relabeling;
import org.jspecify.annotations.Nullable;

/**
 * Merges the conditions of another query of the model into one. Django's operators on
 * querysets.
 */
final class QueryMerger {

	private final ResolveContext context;

	private final SelectQuery left;

	private final Connector connector;

	QueryMerger(ResolveContext context, SelectQuery left, Connector connector) {
		this.context = context;
		this.left = left;
		this.connector = connector;
	}

	SelectQuery merge(QuerySpec other) {
		refuseCombined(this.left);
		SelectQuery right = new QueryReplayer(this.context, new CommonTables(), this.left.moment()).replay(other,
				this.left.parent);
		check(right);
		if (this.left.isEmpty() || right.isEmpty()) {
			return withNothing(right);
		}
		combine(right);
		return this.left;
	}

	private SelectQuery withNothing(SelectQuery right) {
		if (this.connector == Connector.AND) {
			this.left.makeEmpty();
			return this.left;
		}
		if (right.isEmpty()) {
			return this.left;
		}
		if (!Objects.equals(this.left.select.fixed(), right.select.fixed())) {
			throw differing();
		}
		return right;
	}

	private void check(SelectQuery right) {
		refuseCombined(right);
		if (hasTables(right) || (this.connector != Connector.AND && hasTables(this.left))) {
			throw new UnsupportedQueryException(
					"Merging with a query that is joined with a common table is not supported: filter by pk in (…).",
					this.left.model.subject());
		}
		if (this.left.model != right.model) {
			throw new IllegalQueryException("Cannot combine queries on two different base models: %s and %s."
				.formatted(this.left.model.name(), right.model.name()), this.left.model.subject());
		}
		if (!isAlike(right)) {
			throw differing();
		}
		checkRows(right);
		checkDistinct(right);
	}

	/** Both are of the same scopes and of one time. */
	private void checkRows(SelectQuery right) {
		if (!this.left.scoping().equals(right.scoping())) {
			throw new IllegalQueryException(
					"Cannot combine queries of %s that lift different scopes: lift them in both, by unscoped(…)."
						.formatted(this.left.model.name()),
					this.left.model.subject());
		}
		if (!this.left.moment().equals(right.moment())) {
			throw new IllegalQueryException(
					"Cannot combine queries of %s as of different times: combine them first, then call asOf(…)."
						.formatted(this.left.model.name()),
					this.left.model.subject());
		}
	}

	/** Neither is sliced, and both leave out repeats alike. */
	private void checkDistinct(SelectQuery right) {
		if (this.left.isSliced()) {
			throw new IllegalQueryException("Cannot combine queries once a slice has been taken. Slice last.",
					this.left.model.subject());
		}
		if (this.left.isDistinct() != right.isDistinct()) {
			throw new IllegalQueryException(
					"Cannot combine a unique query with a non-unique query: call distinct() on both.",
					this.left.model.subject());
		}
		if (!this.left.distinctFields().equals(right.distinctFields())) {
			throw new IllegalQueryException("Cannot combine queries with different distinct fields: %s and %s."
				.formatted(this.left.distinctFields(), right.distinctFields()), this.left.model.subject());
		}
	}

	private static boolean hasTables(SelectQuery query) {
		return !query.tables.joined().isEmpty();
	}

	private static void refuseCombined(SelectQuery query) {
		if (query.compound != null) {
			throw new IllegalQueryException(
					"Cannot use an operator with a combined query (%s): combine conditions before, or filter by pk in (…)."
						.formatted(query.compound),
					query.model.subject());
		}
	}

	/** Rows stay rows, whatever they are merged with. */
	private boolean isAlike(SelectQuery right) {
		Set<String> fixed = this.left.select.fixed();
		return fixed == null || (fixed.equals(right.select.fixed())
				&& this.left.annotations.selected().keySet().equals(right.annotations.selected().keySet()));
	}

	private IllegalQueryException differing() {
		return new IllegalQueryException("Merging querysets requires both to have the same values() or none.",
				this.left.model.subject().by("values"));
	}

	private void combine(SelectQuery right) {
		JoinVotes votes = new JoinVotes(this.connector, 2, false);
		votes.add(this.left.joins.inner());
		Map<String, String> renamed = join(right, votes);
		votes.apply(this.left.joins);
		Sql moved = Relabeling.apply(right.where(), renamed);
		this.left.replaceWhere(Junctions.join(this.connector, List.of(this.left.where(), moved)));
		if (moved.containsAggregate() && !this.left.isGrouped()) {
			group(right, renamed);
		}
		if (!right.ordering().isEmpty()) {
			this.left.orderBy(right.ordering());
		}
	}

	/** Conditions on groups need the groups they are about. */
	private void group(SelectQuery right, Map<String, String> renamed) {
		List<Sql> terms = right.groupBy();
		if (terms != null) {
			this.left.groupBy(terms.stream().map((term) -> Relabeling.apply(right.annotation(term), renamed)).toList());
		}
		else if (right.isGroupedByModel()) {
			this.left.groupByModel();
		}
	}

	/**
	 * Repeat the other query's joins here; an AND must not share to-many joins, an OR
	 * shares what it can. A join that is new here may miss rows, whatever it was there,
	 * and then votes for nothing, as in Django: only the condition drops rows.
	 */
	private Map<String, String> join(SelectQuery right, JoinVotes votes) {
		Set<String> before = this.left.joins.all().stream().map((table) -> table.alias).collect(Collectors.toSet());
		JoinScope reuse = (this.connector == Connector.AND) ? JoinScope.begin() : JoinScope.of(before);
		Map<String, String> renamed = new HashMap<>();
		Set<String> inner = new HashSet<>();
		for (TableAlias table : right.joins.all()) {
			if (table.hop == null || table.parent == null) {
				renamed.put(table.alias, this.left.base());
				continue;
			}
			JoinScope shared = isSameRelation(table.filteredRelation, right) ? reuse : JoinScope.begin();
			String alias = repeat(table, renamed.getOrDefault(table.parent, table.parent), table.hop, renamed, shared);
			reuse.leave(alias);
			if (!table.isLeft() && (before.contains(alias) || !this.left.joins.get(alias).isLeft())) {
				inner.add(alias);
			}
		}
		votes.add(inner);
		return renamed;
	}

	/** Filtered relations of one name may have different conditions. */
	private boolean isSameRelation(@Nullable String name, SelectQuery right) {
		return name == null
				|| Objects.equals(this.left.filteredRelations().get(name), right.filteredRelations().get(name));
	}

	private String repeat(TableAlias table, String parent, ResolvedPath.Hop hop, Map<String, String> renamed,
			JoinScope reuse) {
		TableAlias mine = this.left.joins.join(parent, hop, reuse);
		// before its condition, which is about the table itself
		renamed.put(table.alias, mine.alias);
		Sql condition = table.condition();
		this.left.joins.restrict(mine, (condition != null) ? Relabeling.apply(condition, renamed) : null);
		if (!table.isUsed()) {
			this.left.joins.unref(mine.alias);
		}
		return mine.alias;
	}

}
