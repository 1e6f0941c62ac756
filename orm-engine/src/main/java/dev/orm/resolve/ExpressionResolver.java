package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.NodeVisitor;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.function.AggregateRequest;
import dev.orm.function.FunctionCall;
import dev.orm.function.Operators;
import dev.orm.function.WholeKeys;
import dev.orm.lookup.Operand;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import dev.orm.query.RawText;
import dev.orm.session.Tenants;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.RowSet;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Call;
import dev.orm.sql.Template;
import dev.orm.sql.WindowCall;
import dev.orm.tree.Cases;
import dev.orm.tree.ColumnWalk;
import dev.orm.tree.Frames;
import dev.orm.tree.Literals;
import dev.orm.tree.Settings;
import dev.orm.tree.Substrings;
import dev.orm.tree.Terms;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Binds the parts of an expression to columns and values of one query. Django's
 * {@code resolve_expression}.
 */
final class ExpressionResolver implements NodeVisitor<Sql> {

	private final SelectQuery query;

	private final ResolveMode mode;

	private final ColumnResolver columns;

	ExpressionResolver(SelectQuery query, ResolveMode mode) {
		this.query = query;
		this.mode = mode;
		this.columns = new ColumnResolver(query);
	}

	Sql resolve(Node node) {
		return node.accept(this);
	}

	private List<Sql> resolveAll(List<Node> nodes) {
		List<Sql> resolved = new ArrayList<>(nodes.size());
		nodes.forEach((node) -> resolved.add(resolve(node)));
		return resolved;
	}

	@Override
	public Sql field(Atom.Field node) {
		return this.columns.reference(node.path(), this.mode);
	}

	@Override
	public Sql literal(Atom.Literal node) {
		return Literals.resolve(node, this.query.context.values().ordinal(node));
	}

	@Override
	public Sql currentTenant(Atom.CurrentTenant node) {
		Tenants tenants = this.query.context.tenants();
		return new Parameter(-1, null, (nobody) -> tenants.require(), node.type(), false);
	}

	@Override
	public Sql setting(Atom.Setting node) {
		return Settings.value(node);
	}

	@Override
	public Sql arithmetic(Computation.Arithmetic node) {
		List<Sql> sides = WholeKeys.refuse("Arithmetic", resolveAll(List.of(node.left(), node.right())));
		return Operators.combine(node.operator(), sides.get(0), sides.get(1), node.type());
	}

	@Override
	public Sql function(Computation.Function node) {
		return this.query.context.functions()
			.create(new FunctionCall(node.name(),
					Literals.beside(node.arguments(), WholeKeys.refuse(node.name(), resolveAll(node.arguments()))),
					node.options(), node.type()));
	}

	@Override
	public Sql transformed(Computation.Transformed node) {
		return this.columns.transform(resolve(node.expression()), Paths.split(node.name()));
	}

	@Override
	public Sql unfolded(Computation.Unfolded node) {
		return new RowSet(resolve(node.call()));
	}

	@Override
	public Sql tableColumn(Atom.TableColumn node) {
		return this.query.tables.column(node.table(), node.column());
	}

	@Override
	public Sql aggregate(Computation.Aggregate node) {
		List<Sql> arguments = resolveAll(node.arguments());
		arguments.forEach((argument) -> checkNested(node, argument));
		Sql filter = (node.filter() != null) ? condition(node.filter()) : null;
		AggregateRequest request = new AggregateRequest(node.name(), arguments, node.distinct(), filter,
				resolveAll(node.orderBy()), node.options(), node.type());
		Sql call = this.query.context.aggregates().create(request);
		boolean neverNull = call instanceof AggregateCall known && known.emptyValue() != null;
		if (node.defaultValue() != null && neverNull) {
			throw new IllegalQueryException(
					"%s does not allow a default: of no rows it is 0, never NULL.".formatted(node.name()),
					this.query.model.subject().by(node.name()));
		}
		return (node.defaultValue() != null) ? withDefault(call, resolve(node.defaultValue())) : call;
	}

	private void checkNested(Computation.Aggregate node, Sql argument) {
		if (argument.containsAggregate()) {
			throw new FieldException(
					"Cannot compute %s of %s: it is an aggregate itself.".formatted(node.name(), node.arguments()),
					this.query.model.subject().by(node.name()));
		}
		if (argument.containsWindow()) {
			throw new FieldException(
					"Cannot compute %s of %s: it is a window function.".formatted(node.name(), node.arguments()),
					this.query.model.subject().by(node.name()));
		}
	}

	private Sql withDefault(Sql call, Sql value) {
		return this.query.context.functions()
			.create(new FunctionCall("Coalesce", List.of(call, Literals.as(value, call.type())), Map.of(),
					call.type()));
	}

	@Override
	public Sql caseWhen(Computation.Case node) {
		List<Sql> conditions = new ArrayList<>();
		node.conditions().forEach((condition) -> conditions.add(condition(Cases.checked(condition))));
		List<Sql> results = Literals.beside(node.results(), WholeKeys.refuse("Case", resolveAll(node.results())));
		Sql otherwise = (node.otherwise() != null) ? WholeKeys.refuse("Case", resolve(node.otherwise())) : null;
		return Cases.build(conditions, results, otherwise, node.type());
	}

	/** Resolve a condition inside an expression: its joins must not drop rows. */
	private Sql condition(Node node) {
		ConditionBuilder.Built built = new ConditionBuilder(this.query).build(node, this.mode.asExpression());
		this.query.joins.promote(built.needed());
		return built.condition();
	}

	@Override
	public Sql subquery(Atom.Subquery node) {
		if (!(node.query() instanceof QuerySpec spec)) {
			throw new QueryValueException(
					"A branch of a tree is compared with a relation or a key, as in CATEGORY.id.in(…)",
					this.query.model.subject());
		}
		SelectQuery inner = new QueryReplayer(this.query.context).replay(spec, this.query);
		if (node.kind() == SubqueryKind.EXISTS) {
			new ExistsPlanner(inner).plan();
			return inner.isEmpty() ? Terms.FALSE : exists(inner);
		}
		ValuesPlanner.selectForMembership(inner, "pk");
		if (node.kind() != SubqueryKind.ARRAY) {
			inner.clearUselessOrdering();
		}
		StatementAssembler.Assembled assembled = new StatementAssembler(inner).assemble();
		if (assembled.selections().size() != 1) {
			throw new QueryValueException(
					"A subquery must select one column, but this one of %s selects %d: use values(…)."
						.formatted(inner.model.name(), assembled.selections().size()),
					inner.model.subject());
		}
		return scalar(node, inner, assembled);
	}

	private Sql exists(SelectQuery inner) {
		inner.carryExternal(this.query);
		return SubqueryCall.exists(new StatementAssembler(inner).assemble().statement(), inner.external(),
				inner.isExternalMultiValued());
	}

	private Sql scalar(Atom.Subquery node, SelectQuery inner, StatementAssembler.Assembled assembled) {
		ValueType column = (node.type() != null) ? node.type() : assembled.selections().get(0).type();
		boolean array = node.kind() == SubqueryKind.ARRAY;
		inner.carryExternal(this.query);
		return new SubqueryCall(assembled.statement(), array ? SubqueryCall.Form.ARRAY : SubqueryCall.Form.VALUES,
				inner.external(), inner.isExternalMultiValued(), array ? ValueTypes.arrayOf(column) : column);
	}

	@Override
	public Sql outer(Atom.Outer node) {
		SelectQuery around = this.query.parent;
		if (around == null) {
			throw new QueryValueException(
					"This queryset contains a reference to an outer query and may only be used in a subquery.",
					this.query.model.subject());
		}
		Sql resolved = new ExpressionResolver(around, ResolveMode.EXPRESSION).resolve(node.reference());
		if (resolved.containsWindow()) {
			throw new UnsupportedQueryException(
					"Referencing outer query window expression is not supported: " + node.reference(),
					around.model.subject().by("outer"));
		}
		boolean crosses = node.reference() instanceof Atom.Field field && field.path().contains("__");
		this.query.referTo(ColumnWalk.columns(resolved), crosses);
		return resolved;
	}

	@Override
	public Sql window(Computation.Window node) {
		Sql function = resolve(node.expression());
		ValueType type = (node.type() != null) ? node.type() : function.type();
		return new WindowCall(function, resolveAll(node.partitionBy()), resolveAll(node.orderBy()),
				Frames.of(node.frame()), type);
	}

	@Override
	public Sql junction(Predicate.Junction node) {
		return condition(node);
	}

	@Override
	public Sql negation(Predicate.Negation node) {
		return condition(node);
	}

	@Override
	public Sql lookup(Predicate.Lookup node) {
		return condition(node);
	}

	@Override
	public Sql expressionLookup(Predicate.ExpressionLookup node) {
		Sql left = resolve(node.left());
		Operand right = new OperandResolver(this.query, this.mode).resolve(node.right(), null);
		return new LookupBuilder(this.query.context).build(left, Paths.split(node.name()), right).condition();
	}

	@Override
	public Sql raw(Atom.Raw node) {
		RawText raw = RawText.split(node.sql());
		if (!raw.names().isEmpty() || raw.placeholders() != node.parameters().size()) {
			throw new QueryValueException(
					"Raw SQL has %d placeholders but %d parameters: %s. hint: write %%s for each; in quotes it is text"
						.formatted(raw.placeholders(), node.parameters().size(), node.sql()),
					this.query.model.subject().by("parameters"));
		}
		return Template.raw(raw.pieces(), (node.type() != null) ? node.type() : ValueTypes.UNKNOWN,
				resolveAll(node.parameters()));
	}

	@Override
	public Sql typed(Computation.Typed node) {
		Sql inner = resolve(node.expression());
		return Literals.retype(WholeKeys.refuse("A type", inner), node.type());
	}

	@Override
	public Sql slice(Computation.Slice node) {
		Sql inner = resolve(node.expression());
		return Substrings.of(WholeKeys.refuse("A slice", inner), node.from(), node.to());
	}

	@Override
	public Sql keyText(Atom.KeyText node) {
		return this.columns.keyText(node.path(), this.mode);
	}

	@Override
	public Sql filteredRelation(Clause.FilteredRelation node) {
		throw new FieldException(
				"A filtered relation can only be annotated, not used inside an expression: " + node.relation(),
				Subject.ofPath(this.query.model.name(), node.relation()));
	}

	@Override
	public Sql items(Atom.Items node) {
		return Call.of("ROW", ValueTypes.tuple(), resolveAll(node.items()));
	}

	@Override
	public Sql star(Atom.Star node) {
		return Column.All.ofRows();
	}

	@Override
	public Sql ordering(Clause.Ordering node) {
		Sql term = OrderingPlanner.typed(resolve(node.expression()));
		return new SortTerm(term, node.descending(), OrderingPlanner.nulls(node.nulls()));
	}

}
