package dev.orm.resolve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import dev.orm.tree.ColumnWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns where aggregates over several to-many relations multiply each other's rows:
 * Django answers too large numbers there, and so does a queryset, unless it is told not
 * to. Logged once for each shape of query.
 */
final class MultipliedAggregates {

	private static final Logger logger = LoggerFactory.getLogger(MultipliedAggregates.class);

	private final SelectQuery query;

	MultipliedAggregates(SelectQuery query) {
		this.query = query;
	}

	void warn() {
		Map<String, Set<String>> relations = new LinkedHashMap<>();
		this.query.annotations.all().forEach((name, annotation) -> collect(name, annotation, relations));
		if (relations.size() > 1) {
			Set<String> names = new LinkedHashSet<>();
			relations.values().forEach(names::addAll);
			logger.warn(
					"The annotations {} of {} aggregate over several to-many relations, whose rows multiply each other: "
							+ "the numbers are too large, as in Django. Use aggregatePerRelation() or countDistinct.",
					names, this.query.model.name());
		}
	}

	private void collect(String name, Sql part, Map<String, Set<String>> relations) {
		if (!(part instanceof AggregateCall call)) {
			part.children().forEach((child) -> collect(name, child, relations));
			return;
		}
		boolean safe = call.distinct() || call.ignoresRepeats();
		for (Column column : safe ? List.<Column>of() : ColumnWalk.columns(part)) {
			String relation = this.query.joins.toMany(column.alias());
			if (relation != null) {
				relations.computeIfAbsent(relation, (key) -> new LinkedHashSet<>()).add(name);
			}
		}
	}

}
