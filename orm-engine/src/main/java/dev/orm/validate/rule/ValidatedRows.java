package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.model.TableName;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.ResolveContext;
import dev.orm.resolve.Resolver;
import dev.orm.resolve.TableExpressions;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * The rows that are validated, as a table of the statement, and how they meet those that
 * are stored. Used by one thread.
 */
public final class ValidatedRows {

	/** The rows that are validated; no table has such a name. */
	public static final String ROWS = "__rows";

	/** The rows that are validated, compared with each other. */
	private static final String OTHERS = "__others";

	/** The rows that are stored. */
	private static final String STORED = "u";

	/** The column that numbers the rows. */
	public static final String NUMBER = "n";

	private final EntityModel model;

	private final Map<String, Integer> places = new LinkedHashMap<>();

	private final ResolveContext context;

	private final TableExpressions expressions;

	/**
	 * Create it.
	 * @param model the validated model
	 * @param fields the columns there are values of
	 * @param context resolves declared expressions
	 */
	public ValidatedRows(EntityModel model, List<FieldModel> fields, ResolveContext context) {
		this.model = model;
		this.context = context;
		this.expressions = new TableExpressions(context);
		fields.forEach((field) -> this.places.put(field.name(), this.places.size()));
	}

	/** The name of the column that holds the values of a field. */
	public static String name(int place) {
		return "c" + place;
	}

	/** The name of the column that holds a part of the key of rows that are stored. */
	public static String key(int place) {
		return "k" + place;
	}

	/** The value of a field. */
	public Sql given(FieldModel field) {
		return value(ROWS, field);
	}

	/** What an expression over a table is for a row that is validated. */
	public Sql given(EntityModel table, Node node) {
		return bind(ROWS, table, node);
	}

	/** What an expression over a table is for another row of the batch. */
	public Sql another(EntityModel table, Node node) {
		return bind(OTHERS, table, node);
	}

	/** What an expression over a table is for a row that is stored. */
	public Sql stored(EntityModel table, Node node) {
		return resolve(table, node)
			.transform((part) -> (part instanceof Column column) ? stored(column.name(), column.type()) : null);
	}

	/** The column of a row that is stored. */
	public Sql stored(FieldModel field) {
		return stored(field.column(), field.type());
	}

	private static Sql stored(String column, ValueType type) {
		return Column.computed(STORED, column, type);
	}

	/** Whether a row that is stored is not the validated one itself. */
	public Sql isOther(EntityModel table) {
		List<Sql> same = new ArrayList<>();
		List<FieldModel> key = table.key();
		for (int i = 0; i < key.size(); i++) {
			Sql own = Column.computed(ROWS, key(i), key.get(i).type());
			same.add(RuleConditions.identical(stored(key.get(i)), own));
		}
		return RuleConditions.not(RuleConditions.all(same));
	}

	/** Whether another row of the batch is not the validated one itself. */
	public Sql isAnother() {
		return Infix.condition(Column.computed(OTHERS, NUMBER, ValueTypes.INTEGER), BuiltInOperator.NOT_EQUAL,
				Column.computed(ROWS, NUMBER, ValueTypes.INTEGER));
	}

	/** Whether a table has a row. */
	public Sql isStored(EntityModel table, List<Sql> conditions) {
		List<Sql> all = new ArrayList<>(conditions);
		Tenancy tenancy = Tenancy.own(table.concrete());
		if (tenancy != null) {
			all.addAll(ofTenant(table, tenancy.field()));
		}
		return SubqueryCall.exists(table.concrete().table(), STORED, RuleConditions.all(all));
	}

	/** Where rows lie on several servers the tenant says on which to look. */
	List<Sql> ofTenant(EntityModel table, FieldModel field) {
		TableDistribution distribution = TableDistribution.of(table);
		boolean told = distribution != null && distribution.field() == field && !this.context.tenants().isAll();
		return told ? List
			.of(stored(table.concrete(), new Predicate.Lookup(field.name(), new Atom.CurrentTenant(field.type()))))
				: List.of();
	}

	/** Whether the batch has a row. */
	public Sql isInBatch(List<Sql> conditions) {
		return SubqueryCall.exists(TableName.of(ROWS), OTHERS, RuleConditions.all(conditions));
	}

	/** Whether a value is that of a column of one of the rows that fulfil a condition. */
	public Sql isAmong(EntityModel target, Node condition, FieldModel column, Sql value) {
		QuerySpec rows = QuerySpec.of(target)
			.then(new Restriction.Filter(List.of(condition), false))
			.then(new Selection.Values(List.of(column.name()), Map.of()))
			.then(new Arrangement.OrderBy(List.of()));
		SelectStatement found = new Resolver(this.context).select(rows).statement();
		Sql same = RuleConditions.same(found.selections().get(0).expression(), value);
		Sql where = found.where();
		SelectStatement meeting = found.withWhere((where != null) ? RuleConditions.all(where, same) : same);
		return SubqueryCall.exists(meeting, List.of(), false);
	}

	private Sql bind(String rows, EntityModel table, Node node) {
		return resolve(table, node)
			.transform((part) -> (part instanceof Column column) ? value(rows, field(table, column)) : null);
	}

	private FieldModel field(EntityModel table, Column column) {
		return table.concrete()
			.localFields()
			.stream()
			.filter((field) -> field.column().equals(column.name()))
			.findFirst()
			.flatMap((field) -> this.model.field(field.name()))
			.orElseThrow();
	}

	/** What the database computes is computed from the values of its row. */
	private Sql value(String rows, FieldModel field) {
		if (field.computed()) {
			EntityModel table = field.owner().concrete();
			return bind(rows, table, table.declarations().generated(field.name()).orElseThrow().expression());
		}
		int place = Objects.requireNonNull(this.places.get(field.name()));
		return Column.computed(rows, name(place), field.type());
	}

	private Sql resolve(EntityModel table, Node node) {
		return (node instanceof Predicate) ? this.expressions.condition(table, node)
				: this.expressions.expression(table, node);
	}

}
