package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.CombinedOrderingException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;
import dev.orm.meta.FieldModel;
import dev.orm.sql.Fragment;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Compound;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.type.ValueTypes;

/** Puts the members of a set operation together; ordering refers to what they select. */
final class CompoundAssembler {

	private static final String KEY = "__orderby_";

	private final SelectQuery query;

	private final CompoundQuery compound;

	CompoundAssembler(SelectQuery query) {
		this.query = query;
		if (query.compound == null) {
			throw new IllegalArgumentException("Not a compound query");
		}
		this.compound = query.compound;
	}

	StatementAssembler.Assembled assemble() {
		List<SortKey> keys = ordering().stream().map(SortKey::of).toList();
		keys.forEach(this::select);
		List<StatementAssembler.Assembled> members = new ArrayList<>();
		for (SelectQuery member : this.compound.members()) {
			member.clearOrdering(false);
			members.add(new StatementAssembler(member).assemble());
		}
		List<StatementAssembler.Assembled> present = present(members);
		StatementAssembler.Assembled first = members.get(0);
		boolean empty = this.query.empty || present.isEmpty();
		List<SelectStatement> statements = (present.isEmpty() ? members : present).stream()
			.map(StatementAssembler.Assembled::statement)
			.toList();
		StatementAssembler limits = new StatementAssembler(this.query);
		List<Sql> orderBy = keys.stream().map((key) -> term(key, first)).toList();
		SelectStatement statement = new SelectStatement(List.of(), false, List.of(), List.of(), List.of(), null,
				List.of(), null, orderBy, limits.limit(), limits.offset(), "",
				new Compound(this.compound.operator(), statements));
		return new StatementAssembler.Assembled(statement, first.selections(), withoutKeys(first.shape()), empty);
	}

	/** What was selected to order by only is no part of the answer. */
	private static RowShape withoutKeys(RowShape shape) {
		if (shape instanceof RowShape.Instances instances) {
			return new RowShape.Instances(instances.entity(), withoutKeys(instances.annotations()));
		}
		return new RowShape.Values(withoutKeys(((RowShape.Values) shape).values()));
	}

	private static List<RowShape.Value> withoutKeys(List<RowShape.Value> values) {
		return values.stream().filter((value) -> !value.name().startsWith(KEY)).toList();
	}

	/** The whole has the model's ordering, unless it has one of its own. */
	private List<Node> ordering() {
		if (!this.query.ordering.isEmpty() || !this.query.defaultOrdering) {
			return this.query.ordering;
		}
		return this.query.model.ordering().stream().<Node>map(Atom.Field::new).toList();
	}

	private List<StatementAssembler.Assembled> present(List<StatementAssembler.Assembled> members) {
		boolean union = this.compound.operator().startsWith("UNION");
		boolean difference = this.compound.operator().startsWith("EXCEPT");
		if (!union && (members.get(0).empty()
				|| (!difference && members.stream().anyMatch(StatementAssembler.Assembled::empty)))) {
			return List.of();
		}
		return members.stream().filter((member) -> !member.empty()).toList();
	}

	/** Let every member select what the whole is ordered by. */
	private void select(SortKey key) {
		SelectQuery first = this.compound.members().get(0);
		if (key.expression() instanceof Atom.Field field && isSelected(first, field.path())) {
			return;
		}
		String name = KEY + Integer.toHexString(key.expression().toString().hashCode());
		for (SelectQuery member : this.compound.members()) {
			if (member.hasSelectFields() && !member.fieldsOfWhole) {
				throw new CombinedOrderingException(
						"ORDER BY term does not match any column in the result set: %s. Select it in every member."
							.formatted(key.expression()));
			}
			member.addAnnotation(name, new ExpressionResolver(member, ResolveMode.EXPRESSION).resolve(key.expression()),
					true);
		}
	}

	private static boolean isSelected(SelectQuery member, String path) {
		if (member.hasSelectFields()) {
			return member.selectedAnnotations().containsKey(path) || member.valuesSelect.contains(path)
					|| member.valuesSelect.contains(attname(member, path));
		}
		return member.selectedAnnotations().containsKey(path)
				|| member.model.field(path).filter((field) -> field.relation() == null).isPresent();
	}

	private static String attname(SelectQuery member, String path) {
		return member.model.field(path).map(FieldModel::attname).orElse(path);
	}

	private Sql term(SortKey key, StatementAssembler.Assembled first) {
		int position = position(key, first);
		if (position == 0) {
			throw new CombinedOrderingException(
					"ORDER BY term does not match any column in the result set: " + key.expression());
		}
		boolean turned = this.query.reversed;
		String nulls = (key.nulls() == Nulls.DEFAULT) ? "" : " NULLS " + key.nulls();
		return new SortTerm(new Fragment(String.valueOf(position), ValueTypes.INTEGER), key.descending() ^ turned,
				nulls);
	}

	private int position(SortKey key, StatementAssembler.Assembled first) {
		SelectQuery member = this.compound.members().get(0);
		Sql wanted = named(member, key);
		return first.selections().indexOf(wanted) + 1;
	}

	private static Sql named(SelectQuery member, SortKey key) {
		if (key.expression() instanceof Atom.Field field) {
			int index = member.valuesSelect.indexOf(field.path());
			index = (index < 0) ? member.valuesSelect.indexOf(attname(member, field.path())) : index;
			if (index >= 0) {
				return member.select.get(index);
			}
		}
		String name = KEY + Integer.toHexString(key.expression().toString().hashCode());
		Sql added = member.annotations.get(name);
		return (added != null) ? added
				: new ExpressionResolver(member, ResolveMode.EXPRESSION).resolve(key.expression());
	}

	/**
	 * A term of the ordering.
	 *
	 * @param expression what to order by
	 * @param descending whether the largest comes first
	 * @param nulls where NULLs go
	 */
	private record SortKey(Node expression, boolean descending, Nulls nulls) {

		static SortKey of(Node term) {
			if (term instanceof Atom.Field field) {
				OrderedPath ordered = OrderedPath.of(field.path());
				return new SortKey(new Atom.Field(ordered.path()), ordered.descending(), Nulls.DEFAULT);
			}
			if (term instanceof Clause.Ordering ordering) {
				return new SortKey(ordering.expression(), ordering.descending(), ordering.nulls());
			}
			return new SortKey(term, false, Nulls.DEFAULT);
		}

	}

}
