package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Position;
import dev.orm.sql.ServerValue;
import dev.orm.sql.clause.RowLock;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Join;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.Cases;
import dev.orm.tree.GroupedOnce;
import dev.orm.tree.Literals;
import dev.orm.tree.Terms;
import dev.orm.tree.WhereSplit;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Puts a replayed query together as a statement. Django's {@code SQLCompiler.as_sql}. */
final class StatementAssembler {

	private static final String SUBQUERY = "subquery";

	private final SelectQuery query;

	private final ScopePlan scopes;

	private final GroupedOnce groupedOnce = new GroupedOnce();

	StatementAssembler(SelectQuery query) {
		this.query = query;
		this.scopes = new ScopePlan(query);
	}

	/**
	 * A statement and what it answers.
	 *
	 * @param statement the statement
	 * @param selections the expressions of the select list
	 * @param shape what the columns mean
	 * @param empty whether it is known to have no rows
	 */
	record Assembled(SelectStatement statement, List<Sql> selections, RowShape shape, boolean empty) {

	}

	Assembled assemble() {
		if (this.query.compound != null) {
			return new CompoundAssembler(this.query).assemble();
		}
		SelectPlanner select = new SelectPlanner(this.query);
		RowShape shape = select.plan();
		List<Selection> answered = List.copyOf(select.selections());
		OrderingPlanner ordering = new OrderingPlanner(this.query);
		List<Sql> terms = ordering.plan(answered);
		List<Selection> selections = withOrdering(answered, terms);
		SelectStatement statement = statement(selections, placed(terms, selections), ordering.isDefault());
		boolean more = selections.size() > answered.size();
		if (more && this.query.parent != null) {
			return assembled(onlyFirst(answered.size(), statement), answered, shape);
		}
		return assembled(statement, selections, shape);
	}

	private Assembled assembled(SelectStatement statement, List<Selection> selections, RowShape shape) {
		OwnerRows owners = this.query.ownerRows();
		boolean empty = this.query.isEmpty() || Terms.isFalse(this.query.where());
		return new Assembled((owners != null) ? owners.wrap(statement) : statement, expressions(selections), shape,
				empty);
	}

	private SelectStatement statement(List<Selection> selections, List<Sql> orderBy, boolean byDefault) {
		WhereSplit where = where(selections);
		List<Sql> asked = byDefault ? List.of() : orderBy;
		List<Sql> groupBy = new GroupingPlanner(this.query).plan(selections, asked, where);
		GroupedOnce.Clauses clauses = this.groupedOnce
			.apply(new GroupedOnce.Clauses(selections, groupBy, where.having(), groupBy.isEmpty() ? orderBy : asked));
		return statement(clauses, new WhereSplit(where.rows(), clauses.having(), where.qualify()));
	}

	private WhereSplit where(List<Selection> selections) {
		// an aggregate over no rows may have to be asked for all the same
		WhereSplit where = WhereSplit.of(this.query.isEmpty() ? Terms.FALSE : this.scopes.where());
		if (this.query.isGrouped()) {
			where.checkGrouped();
		}
		else if (this.query.parent == null) {
			where.checkUngrouped(expressions(selections), this.query.model.name());
		}
		return where;
	}

	/** What a subquery selects only to order by is no part of its answer. */
	private static SelectStatement onlyFirst(int answered, SelectStatement statement) {
		List<Selection> inner = new ArrayList<>();
		List<Selection> outer = new ArrayList<>();
		for (Selection selection : statement.selections()) {
			String name = "c" + (inner.size() + 1);
			if (inner.size() < answered) {
				outer.add(new Selection(Column.computed(SUBQUERY, name, selection.expression().type()), null));
			}
			inner.add(new Selection(selection.expression(), name));
		}
		return SelectStatement.of(outer, List.of(Source.of(statement.withSelections(inner), SUBQUERY)));
	}

	private SelectStatement statement(GroupedOnce.Clauses clauses, WhereSplit where) {
		return where.qualify().isEmpty() ? plain(clauses.selections(), where, clauses.groupBy(), clauses.orderBy())
				: new QualifyAssembler(this).wrap(clauses.selections(), where, clauses.groupBy(), clauses.orderBy());
	}

	private static List<Sql> expressions(List<Selection> selections) {
		return selections.stream().map(Selection::expression).toList();
	}

	SelectStatement plain(List<Selection> selections, WhereSplit where, List<Sql> groupBy, List<Sql> orderBy) {
		List<Sql> on = distinctOn(selections);
		for (List<Sql> clause : List.of(expressions(selections), on, where.rows(), where.having(), groupBy, orderBy)) {
			Cases.checkTypes(clause);
		}
		Sql limit = hasOneRow(selections, where, orderBy) ? null : limit();
		return new SelectStatement(this.query.tables.declared(), this.query.isDistinct() && on.isEmpty(), on,
				selections, sources(), where.where(), groupBy, where.havingCondition(), orderBy, limit, offset(),
				lock(selections, where), null);
	}

	private boolean selectsItsOrdering() {
		return this.query.isDistinct() && this.query.distinctFields().isEmpty();
	}

	/** SELECT DISTINCT must select what it orders by. */
	private List<Selection> withOrdering(List<Selection> answered, List<Sql> orderBy) {
		if (!selectsItsOrdering()) {
			return answered;
		}
		List<Selection> selections = new ArrayList<>(answered);
		for (Sql term : orderBy) {
			Sql expression = ((SortTerm) term).expression();
			if (!(expression instanceof Position) && !expressions(selections).contains(expression)) {
				selections.add(new Selection(expression, null));
			}
		}
		return selections;
	}

	/**
	 * Order by place where an expression would not be the same if it were written twice.
	 */
	private List<Sql> placed(List<Sql> orderBy, List<Selection> selections) {
		return selectsItsOrdering()
				? orderBy.stream().<Sql>map((term) -> placed((SortTerm) term, expressions(selections))).toList()
				: orderBy;
	}

	private static SortTerm placed(SortTerm term, List<Sql> selected) {
		Sql expression = term.expression();
		int place = selected.indexOf(expression) + 1;
		boolean once = place > 0 && (isWritten(expression) || GroupedOnce.hasParameter(expression));
		return once ? new SortTerm(Terms.position(place, expression.type()), term.descending(), term.nulls()) : term;
	}

	/** A number that is ordered by would be taken for a place. */
	private static boolean isWritten(Sql expression) {
		return expression instanceof Literal || expression instanceof ServerValue;
	}

	private List<Sql> distinctOn(List<Selection> selections) {
		List<Sql> terms = new ArrayList<>();
		ColumnResolver columns = new ColumnResolver(this.query);
		for (String field : this.query.distinctFields()) {
			Sql annotation = this.query.annotations.get(field);
			// by its place, as ORDER BY has it: written twice its values would be others
			Sql place = (annotation != null) ? OrderingPlanner.named(field, selections) : null;
			terms.addAll((place != null) ? List.of(place)
					: ColumnResolver.parts((annotation != null) ? annotation : columns.selection(field)));
		}
		return terms;
	}

	List<Source> sources() {
		List<Source> sources = new ArrayList<>();
		for (TableAlias table : this.query.joins.used()) {
			boolean first = sources.isEmpty();
			requireOneDatabase(table);
			Join join = first ? null : table.isLeft() ? Join.LEFT : Join.INNER;
			SelectStatement past = this.query.moment().rows(table.model, first);
			sources.add(new Source((past != null) ? null : table.model.table(), past, table.alias, join,
					first ? null : on(table)));
		}
		sources.addAll(this.query.tables.joined());
		sources.addAll(this.groupedOnce.sources());
		return sources;
	}

	/** What no constraint holds may live elsewhere, where no join can reach it. */
	private void requireOneDatabase(TableAlias table) {
		String near = this.query.model.database();
		boolean apart = !table.model.autoCreated() && !table.model.database().equals(near);
		if (apart && !this.query.model.autoCreated() && table.step != null) {
			throw new IllegalQueryException("""
					%s lives in database '%s' and %s in '%s': they cannot be joined.
					  hint: prefetchRelated(…), or list the keys there first, and use in(keys)"""
				.formatted(this.query.model, near, table.model, table.model.database()), this.query.model.subject());
		}
	}

	private @Nullable Sql on(TableAlias table) {
		if (table.step == null || table.parent == null) {
			return null;
		}
		Sql near = FieldColumns.of(table.parent, table.step.fromField());
		Sql far = FieldColumns.of(table.alias, table.step.toField());
		Sql equal = Infix.condition(near, BuiltInOperator.EQUAL, far);
		Sql scoped = Terms.and(equal, this.scopes.on(table));
		return (table.condition() != null) ? Terms.and(scoped, table.condition()) : scoped;
	}

	/**
	 * Whether the key is asked for, so that a limit cannot cut: the server is spared a
	 * step, which is the twentieth part of reading a row by its key. Only columns may be
	 * selected, as a function can unfold a row into many.
	 */
	private boolean hasOneRow(List<Selection> selections, WhereSplit where, List<Sql> orderBy) {
		Arrangement.Slice slice = this.query.slice();
		boolean multiplied = !this.query.tables.joined().isEmpty()
				|| this.query.joins.used().stream().anyMatch((table) -> table.step != null && table.step.multiValued());
		boolean columns = Stream.concat(selections.stream().map(Selection::expression), orderBy.stream())
			.map((term) -> (term instanceof SortTerm sort) ? sort.expression() : term)
			.allMatch(Column.class::isInstance);
		return columns && !multiplied && (slice == null || slice.rows() > 0)
				&& where.rows().stream().anyMatch(this::isKeyAskedFor);
	}

	private boolean isKeyAskedFor(Sql condition) {
		return condition instanceof Infix infix && infix.operator() == BuiltInOperator.EQUAL
				&& infix.left() instanceof Column column && column.primaryKey()
				&& column.alias().equals(this.query.base()) && infix.right() instanceof Parameter;
	}

	@Nullable Sql limit() {
		if (this.query.isLimitedToOne()) {
			return rows(1);
		}
		Arrangement.Slice slice = this.query.slice();
		if (slice == null || slice.limit() == null) {
			return null;
		}
		return slice.isInText() ? rows(slice.rows())
				: Literals.bound(this.query.context.values().ordinal(slice.limit()));
	}

	private static Sql rows(long number) {
		return Literal.of(number, ValueTypes.BIGINT);
	}

	@Nullable Sql offset() {
		Arrangement.Slice slice = this.query.slice();
		return (slice == null || slice.offset() == null) ? null
				: Literals.bound(this.query.context.values().ordinal(slice.offset()));
	}

	private @Nullable RowLock lock(List<Selection> selections, WhereSplit where) {
		Operation.Lock lock = this.query.lock();
		if (lock == null) {
			return null;
		}
		if (!this.query.moment().isNow()) {
			throw new UnsupportedQueryException("selectForUpdate() cannot lock rows as they were, by asOf(…).",
					this.query.model.subject().by("selectForUpdate"));
		}
		if (this.query.isGrouped() || this.query.isDistinct()) {
			throw new UnsupportedQueryException(
					"selectForUpdate() cannot lock the rows of a grouped or distinct query.",
					this.query.model.subject().by("selectForUpdate"));
		}
		if (!where.qualify().isEmpty() || expressions(selections).stream().anyMatch(Sql::containsWindow)) {
			throw new UnsupportedQueryException(
					"selectForUpdate() cannot lock the rows of a query with window functions: lock those with pk in (…).",
					this.query.model.subject().by("selectForUpdate"));
		}
		return new LockPlanner(this.query).plan(lock);
	}

}
