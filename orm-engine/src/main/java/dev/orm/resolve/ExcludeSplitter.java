package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.JoinStep;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.resolve.follow.SameTenant;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.ColumnWalk;
import dev.orm.tree.Terms;

/**
 * Turns a negated condition over a to-many relation into NOT EXISTS: excluding is about
 * all related rows, not about any. Django's {@code split_exclude}.
 */
final class ExcludeSplitter {

	private final SelectQuery query;

	ExcludeSplitter(SelectQuery query) {
		this.query = query;
	}

	ConditionBuilder.Built split(Predicate.Lookup lookup, ResolvedPath path, ResolveMode mode) {
		SelectQuery inner = new SelectQuery(this.query.context, this.query.model, this.query);
		inner.scoping(this.query.scoping().everyRowToo());
		this.query.filteredRelations().forEach(inner::addFilteredRelation);
		Predicate.Lookup moved = new Predicate.Lookup(lookup.path(), seenFromInside(lookup.value()));
		List<String> joined = new ConditionBuilder(inner).add(moved);
		inner.clearOrdering();
		Trimmed trimmed = trimStart(inner, path, joined);
		correlate(inner, trimmed, mode);
		new ExistsPlanner(inner).plan();
		inner.carryExternal(this.query);
		Sql exists = SubqueryCall.exists(new StatementAssembler(inner).assemble().statement(), inner.external(),
				inner.isExternalMultiValued());
		if (!trimmed.crossesLeftJoin()) {
			return new ConditionBuilder.Built(exists, Set.of());
		}
		return new ConditionBuilder.Built(Terms.or(exists, orNull(trimmed.prefix(), mode)), Set.of());
	}

	private static Node seenFromInside(Node value) {
		return (value instanceof Atom.Outer || value instanceof Atom.Field) ? new Atom.Outer(value) : value;
	}

	private Sql orNull(String prefix, ResolveMode mode) {
		ResolveMode negated = ResolveMode.filter(mode.scope()).negate(true);
		Predicate.Lookup isNull = new Predicate.Lookup(prefix + "__isnull", new Atom.Literal(true, null));
		return new ConditionBuilder(this.query).build(isNull, negated).condition();
	}

	private void correlate(SelectQuery inner, Trimmed trimmed, ResolveMode mode) {
		String natural = inner.joins.get(trimmed.column().alias()).natural;
		String shared = this.query.joins.byNaturalName().get(natural);
		if (shared != null && mode.scope().took(shared)) {
			FieldModel key = trimmed.model().pk();
			Column around = FieldColumns.of(shared, key);
			inner.referTo(List.of(around), false);
			inner.restrict(equal(FieldColumns.of(trimmed.column().alias(), key), around));
			ofTenant(inner, trimmed, shared);
			return;
		}
		Sql around = new ColumnResolver(this.query).reference(trimmed.prefix(), ResolveMode.filter(mode.scope()));
		inner.referTo(ColumnWalk.columns(around), trimmed.prefix().contains("__"));
		inner.restrict(equal(trimmed.column(), around));
		if (around instanceof Column column) {
			ofTenant(inner, trimmed, column.alias());
		}
	}

	/** In work for all tenants the rows inside are those of the tenant outside. */
	private void ofTenant(SelectQuery inner, Trimmed trimmed, String outer) {
		if (!this.query.context.tenants().isAll()) {
			return;
		}
		for (TableAlias around : this.query.joins.all()) {
			if (around.alias.equals(outer)) {
				SameTenant.rows(outer, around.model, trimmed.column().alias(), trimmed.model()).forEach((same) -> {
					inner.referTo(ColumnWalk.columns(same.left()), false);
					inner.restrict(same);
				});
			}
		}
	}

	private static Sql equal(Sql left, Sql right) {
		return Infix.condition(left, BuiltInOperator.EQUAL, right);
	}

	/**
	 * Cut the joins that lead from the root to the to-many relation off the inner query.
	 */
	private Trimmed trimStart(SelectQuery inner, ResolvedPath path, List<String> joined) {
		List<String> tables = lookupTables(inner, joined);
		List<ResolvedPath.Hop> hops = path.steps();
		int cut = 0;
		boolean left = false;
		while (!hops.get(cut).step().multiValued()) {
			left |= inner.joins.get(tables.get(cut + 1)).isLeft();
			inner.joins.unref(tables.get(cut));
			cut++;
		}
		JoinStep step = hops.get(cut).step();
		TableAlias near = inner.joins.get(tables.get(cut));
		TableAlias far = inner.joins.get(tables.get(cut + 1));
		// the near table of a LEFT join has rows the far one has not
		boolean farAlone = !far.isLeft() && far.filteredRelation == null;
		if (farAlone) {
			inner.joins.unref(near.alias);
		}
		inner.joins.rebase();
		TableAlias first = farAlone ? far : near;
		Column column = FieldColumns.of(first.alias, farAlone ? step.toField() : step.fromField());
		return new Trimmed(column, first.model, prefix(path, cut, step.fromField()), left);
	}

	private static List<String> lookupTables(SelectQuery inner, List<String> joined) {
		List<String> tables = new ArrayList<>();
		for (TableAlias table : inner.joins.all()) {
			if (tables.isEmpty() || joined.contains(table.alias)) {
				tables.add(table.alias);
			}
		}
		return tables;
	}

	private static String prefix(ResolvedPath path, int cut, FieldModel last) {
		List<String> names = new ArrayList<>();
		int hops = cut;
		for (ResolvedPath.Segment segment : path.segments()) {
			if (hops - segment.hops().size() < 0) {
				break;
			}
			names.add(segment.name());
			hops -= segment.hops().size();
		}
		names.add(last.name());
		return String.join("__", names);
	}

	/**
	 * The inner query's column that must equal the outer one's.
	 *
	 * @param column the column
	 * @param model the model of its table
	 * @param prefix the path of the outer column
	 * @param crossesLeftJoin whether the path crosses a relation that may be null
	 */
	private record Trimmed(Column column, EntityModel model, String prefix, boolean crossesLeftJoin) {

	}

}
