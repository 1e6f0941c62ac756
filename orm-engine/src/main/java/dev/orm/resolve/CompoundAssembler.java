package dev.orm.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.error.CombinedOrderingException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.meta.FieldModel;
import dev.orm.query.SetOperator;
import dev.orm.resolve.follow.DeferralMask;
import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Compound;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import dev.orm.type.ValueTypes;

/** Puts the members of a set operation together; ordering refers to what they select. */
final class CompoundAssembler {

	private static final String KEY = "__orderby_";

	private static final String ALONE = "alone";

	private final SelectQuery query;

	private final CompoundQuery compound;

	private final OrderingPlanner ordering;

	/** The names of what members select for the ordering only. */
	private final Map<Node, String> hidden = new HashMap<>();

	CompoundAssembler(SelectQuery query) {
		this.query = query;
		if (query.compound == null) {
			throw new IllegalArgumentException("Not a compound query");
		}
		this.compound = query.compound;
		this.ordering = new OrderingPlanner(query);
	}

	StatementAssembler.Assembled assemble() {
		// the whole has the model's ordering, unless it has one of its own
		List<Clause.Ordering> keys = this.ordering.terms();
		keys.forEach(this::select);
		List<StatementAssembler.Assembled> members = this.compound.members().stream().map(this::member).toList();
		List<StatementAssembler.Assembled> present = present(members);
		StatementAssembler.Assembled first = members.get(0);
		StatementAssembler limits = new StatementAssembler(this.query);
		SelectStatement statement = combined(present.isEmpty() ? members : present)
			.withOrderBy(keys.stream().flatMap((key) -> terms(key, first)).toList())
			.withLimits(limits.limit(), limits.offset());
		return new StatementAssembler.Assembled(statement, first.selections(), withoutKeys(first.shape()),
				this.query.isEmpty() || present.isEmpty());
	}

	private StatementAssembler.Assembled member(SelectQuery member) {
		member.clearUselessOrdering();
		return new StatementAssembler(member).assemble();
	}

	private SelectStatement combined(List<StatementAssembler.Assembled> members) {
		List<SelectStatement> statements = members.stream().map(StatementAssembler.Assembled::statement).toList();
		SelectStatement first = statements.get(0);
		return (statements.size() == 1 && isArranged(first)) ? alone(first)
				: SelectStatement.of(new Compound(this.compound.written(), statements));
	}

	private static boolean isArranged(SelectStatement member) {
		return !member.orderBy().isEmpty() || member.limit() != null || member.offset() != null;
	}

	/**
	 * PostgreSQL looks through parentheses: what is left alone may be cut and ordered by
	 * itself already.
	 */
	private static SelectStatement alone(SelectStatement member) {
		Selection all = new Selection(Column.All.ofRows(), null);
		return SelectStatement.of(List.of(all), List.of(Source.of(member, ALONE)));
	}

	/** The member whose columns are those of a combination. */
	static SelectStatement first(SelectStatement combined) {
		SelectStatement first = combined;
		while (first.compound() != null) {
			first = first.compound().members().get(0);
		}
		for (Source source : first.from()) {
			if (source.subquery() != null && source.alias().equals(ALONE)) {
				return first(source.subquery());
			}
		}
		return first;
	}

	/** What was selected to order by only is no part of the answer. */
	private RowShape withoutKeys(RowShape shape) {
		if (shape instanceof RowShape.Instances instances) {
			return new RowShape.Instances(instances.entity(), withoutKeys(instances.annotations()), instances.beside());
		}
		return new RowShape.Values(withoutKeys(((RowShape.Values) shape).values()));
	}

	private List<RowShape.Value> withoutKeys(List<RowShape.Value> values) {
		return values.stream().filter((value) -> !this.hidden.containsValue(value.name())).toList();
	}

	private List<StatementAssembler.Assembled> present(List<StatementAssembler.Assembled> members) {
		boolean difference = this.compound.operator() == SetOperator.EXCEPT;
		if (!this.compound.isUnion() && (members.get(0).empty()
				|| (!difference && members.stream().anyMatch(StatementAssembler.Assembled::empty)))) {
			return List.of();
		}
		return members.stream().filter((member) -> !member.empty()).toList();
	}

	/** Let every member select what the whole is ordered by. */
	private void select(Clause.Ordering key) {
		if (!(key.expression() instanceof Atom.Field field) || !isSelected(this.compound.first(), field.path())) {
			this.compound.members().forEach((member) -> select(key.expression(), member));
		}
	}

	private void select(Node expression, SelectQuery member) {
		if (member.compound != null) {
			member.compound.members().forEach((inner) -> select(expression, inner));
			return;
		}
		if (member.select.isFixed() && !member.select.isFixedByWhole()) {
			throw new CombinedOrderingException(
					"ORDER BY term does not match any column in the result set: %s. Select it in every member."
						.formatted(expression),
					member.model.subject().by("orderBy"));
		}
		member.annotate(name(expression), new ExpressionResolver(member, ResolveMode.EXPRESSION).resolve(expression));
	}

	private String name(Node expression) {
		return this.hidden.computeIfAbsent(expression, (key) -> KEY + (this.hidden.size() + 1));
	}

	private static boolean isSelected(SelectQuery member, String path) {
		if (member.annotations.selected().containsKey(path)) {
			return true;
		}
		if (member.select.isFixed()) {
			List<String> names = member.select.names();
			return names.contains(path) || names.contains(attname(member, path));
		}
		if (path.equals("pk") && member.model.hasCompositeKey()) {
			return member.model.key().stream().allMatch((field) -> isLoaded(member, field));
		}
		return member.model.field(path)
			.filter((field) -> field.relation() == null && isLoaded(member, field))
			.isPresent();
	}

	private static boolean isLoaded(SelectQuery member, FieldModel field) {
		return DeferralMask.of(member.model, member.deferral()).fields().contains(field);
	}

	private static String attname(SelectQuery member, String path) {
		return member.model.field(path).map(FieldModel::attname).orElse(path);
	}

	/** A key of several columns orders by each of them. */
	private Stream<Sql> terms(Clause.Ordering key, StatementAssembler.Assembled first) {
		return ColumnResolver.parts(named(this.compound.first(), key)).stream().map((part) -> {
			int position = first.selections().indexOf(part) + 1;
			if (position == 0) {
				throw new CombinedOrderingException(
						"ORDER BY term does not match any column in the result set: " + key.expression(),
						this.compound.first().model.subject().by("orderBy"));
			}
			return this.ordering.term(Terms.position(position, ValueTypes.INTEGER), key);
		});
	}

	private Sql named(SelectQuery member, Clause.Ordering key) {
		if (key.expression() instanceof Atom.Field field) {
			List<String> names = member.select.names();
			int index = names.indexOf(field.path());
			index = (index < 0) ? names.indexOf(attname(member, field.path())) : index;
			if (index >= 0) {
				return member.select.columns().get(index);
			}
		}
		Sql added = member.annotations.get(name(key.expression()));
		return (added != null) ? added
				: new ExpressionResolver(member, ResolveMode.EXPRESSION).resolve(key.expression());
	}

}
