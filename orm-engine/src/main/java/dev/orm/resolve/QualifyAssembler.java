package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.WindowCall;
import dev.orm.tree.Terms;
import dev.orm.tree.WhereSplit;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a query whose conditions look at window functions: they are computed inside and
 * compared outside.
 */
final class QualifyAssembler {

	private static final String ALIAS = "qualify";

	private final StatementAssembler assembler;

	private final Map<Sql, Column> inside = new LinkedHashMap<>();

	private final List<Selection> inner = new ArrayList<>();

	QualifyAssembler(StatementAssembler assembler) {
		this.assembler = assembler;
	}

	SelectStatement wrap(List<Selection> selections, WhereSplit where, List<Sql> groupBy, List<Sql> orderBy) {
		List<Selection> outer = new ArrayList<>();
		for (Selection selection : selections) {
			outer.add(new Selection(inside(selection.expression()), selection.alias()));
		}
		Sql condition = outside(Terms.join(true, where.qualify()));
		List<Sql> ordering = new ArrayList<>();
		orderBy.forEach((term) -> ordering.add(sort((SortTerm) term)));
		SelectStatement computed = this.assembler.plain(this.inner, where, groupBy, List.of());
		return SelectStatement.of(outer, List.of(Source.of(computed.withLimits(null, null), ALIAS)))
			.withWhere(condition)
			.withOrderBy(ordering)
			.withLimits(this.assembler.limit(), this.assembler.offset());
	}

	private Sql sort(SortTerm term) {
		return new SortTerm(outside(term.expression()), term.descending(), term.nulls());
	}

	private Column inside(Sql expression) {
		return this.inside.computeIfAbsent(expression, (key) -> {
			String name = "c" + (this.inner.size() + 1);
			this.inner.add(new Selection(key, name));
			return Column.computed(ALIAS, name, key.type());
		});
	}

	private Sql outside(Sql expression) {
		return expression.transform(this::replacement);
	}

	private @Nullable Sql replacement(Sql part) {
		boolean computed = part instanceof WindowCall || part instanceof AggregateCall || part instanceof Column
				|| isCorrelated(part) || this.inside.containsKey(part);
		return computed ? inside(part) : null;
	}

	/** What refers to the tables inside has to be asked there. */
	private static boolean isCorrelated(Sql part) {
		return part instanceof SubqueryCall subquery && !subquery.outer().isEmpty();
	}

}
