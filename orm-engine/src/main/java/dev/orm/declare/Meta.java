package dev.orm.declare;

import java.util.Arrays;
import java.util.List;

import dev.orm.declare.collation.Collation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;
import dev.orm.path.RelationColumn;

/**
 * Says in typed Java what a table has beyond its columns. A model class has static
 * methods that take one, whatever they are called; they may not be private. Those of
 * abstract parents take a {@code Meta<M>} of any child {@code M} and run before it.
 * Django's {@code class Meta}.
 * <p>
 * What is declared holds for columns of the model's own table: unknown attributes, paths
 * over relations and functions that answer differently each time are refused. Each call
 * adds; {@link #ordering} and {@link #latestBy} replace what parents said, and
 * {@link #without} drops one of theirs. Used by one thread, while the methods run.
 *
 * @param <T> the model
 */
public final class Meta<T extends Model> {

	private final DeclarationsBuilder target;

	Meta(DeclarationsBuilder target) {
		this.target = target;
	}

	/**
	 * Order querysets that are not ordered otherwise. Django's {@code ordering}.
	 * @param terms columns and expressions, ascending unless they say otherwise
	 */
	@SafeVarargs
	public final void ordering(Orderable<? super T>... terms) {
		this.target.order(IndexOptions.terms(terms));
	}

	/**
	 * Order querysets that are not ordered otherwise. Django's {@code ordering}.
	 * @param paths paths, a leading minus for descending; a relation stands for the
	 * ordering of its model
	 */
	public void ordering(String... paths) {
		this.target.order(IndexOptions.terms(paths));
	}

	/** Leave querysets in any order, whatever a parent said. */
	public void unordered() {
		this.target.order(List.of());
	}

	/**
	 * Read rows always as the children they are, through keys and joins too (multi-table
	 * inheritance): a join for each child, in each read of instances.
	 */
	public void withSubclasses() {
		this.target.withSubclasses();
	}

	/**
	 * Tell which row is the latest. Django's {@code get_latest_by}.
	 * @param terms columns and expressions, the largest of which is the latest
	 */
	@SafeVarargs
	public final void latestBy(Orderable<? super T>... terms) {
		this.target.latestBy(IndexOptions.terms(terms));
	}

	/**
	 * Tell which row is the latest. Django's {@code get_latest_by}.
	 * @param paths paths, a leading minus where the smallest is the latest
	 */
	public void latestBy(String... paths) {
		this.target.latestBy(IndexOptions.terms(paths));
	}

	/**
	 * Index columns and expressions.
	 * @param elements what is indexed, as in {@code PRODUCT.cost.desc()}
	 * @return what else can be said of the index
	 */
	@SafeVarargs
	public final IndexOptions<T> index(Orderable<? super T>... elements) {
		return this.target.add(new IndexOptions<>(IndexOptions.terms(elements)));
	}

	/**
	 * Index columns.
	 * @param attributes their attributes, a leading minus for descending
	 * @return what else can be said of the index
	 */
	public IndexOptions<T> index(String... attributes) {
		return this.target.add(new IndexOptions<>(IndexOptions.columns(attributes)));
	}

	/**
	 * Let no two rows have the same values. Django's {@code UniqueConstraint}.
	 * @param elements columns and expressions
	 * @return what else can be said of the constraint
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final UniqueOptions<T> unique(Expression<? super T, ?>... elements) {
		return this.target.add(new UniqueOptions<>(Arrays.stream(elements).<Node>map(Expression::node).toList()));
	}

	/**
	 * Let no two rows have the same values. Django's {@code UniqueConstraint}.
	 * @param attributes the attributes of its columns
	 * @return what else can be said of the constraint
	 */
	public UniqueOptions<T> unique(String... attributes) {
		return this.target.add(new UniqueOptions<>(
				IndexOptions.columns(attributes).stream().map(Clause.Ordering::expression).toList()));
	}

	/**
	 * Let no row make a condition false; NULL passes, as in SQL. Django's
	 * {@code CheckConstraint}.
	 * @param name its name, at most 63 bytes; {@code {table}} stands for the table
	 * @param condition the condition, on columns of the table alone
	 * @return what else can be said of the check
	 */
	public CheckOptions<T> check(String name, Condition<? super T> condition) {
		return this.target.add(new CheckOptions<>(name, condition.node()));
	}

	/**
	 * Let no two rows compare in a way, as reservations that overlap. Django's
	 * {@code ExclusionConstraint}.
	 * @param name its name, at most 63 bytes; {@code {table}} stands for the table
	 * @return takes the comparisons
	 */
	public ExclusionOptions<T> exclude(String name) {
		return this.target.add(new ExclusionOptions<>(name));
	}

	/**
	 * Let each row have exactly one of several nullable columns.
	 * @param name the name of the check
	 * @param columns the columns, as a rule relations
	 * @return what else can be said of the check
	 */
	@SafeVarargs
	public final CheckOptions<T> exactlyOne(String name, Column<? super T, ?>... columns) {
		String[] attributes = new String[columns.length];
		for (int i = 0; i < columns.length; i++) {
			attributes[i] = columns[i].path();
		}
		return exactlyOne(name, attributes);
	}

	/**
	 * Let each row have exactly one of several nullable columns.
	 * @param name the name of the check
	 * @param attributes the attributes of the columns, as a rule relations
	 * @return what else can be said of the check
	 */
	public CheckOptions<T> exactlyOne(String name, String... attributes) {
		return this.target.add(new CheckOptions<T>(name, ExactlyOne.of(name, List.of(attributes)))).on(attributes);
	}

	/**
	 * Say which rows people may choose for a relation; validation and forms keep it, the
	 * database does not. Django's {@code limit_choices_to}.
	 * @param <M> the model the relation leads to
	 * @param relation the relation
	 * @param condition the condition on the rows it leads to
	 */
	public <M extends Model> void limitChoices(RelationColumn<? super T, M, ?> relation,
			Condition<? super M> condition) {
		this.target.add(new DeclaredLimit(relation.path(), condition.node()));
	}

	/**
	 * Say which rows people may choose for a many-to-many relation; forms keep it, the
	 * database does not.
	 * @param <M> the model the relation leads to
	 * @param relation the relation, such as {@code DISH.herbs()}
	 * @param condition the condition on the rows it leads to
	 */
	public <M extends Model> void limitChoices(ModelPath<? super T, M> relation, Condition<? super M> condition) {
		limitChoices(relation.path(), condition);
	}

	/**
	 * Say which rows people may choose for a relation, for a parent that has no paths.
	 * @param relation the attribute of the relation
	 * @param condition the condition on the rows it leads to
	 */
	public void limitChoices(String relation, Condition<?> condition) {
		this.target.add(new DeclaredLimit(relation, condition.node()));
	}

	/**
	 * Let each save of an instance validate it, unless it is told not to. Bulk writes and
	 * {@code update} do not.
	 */
	public void validateOnSave() {
		this.target.validateOnSave();
	}

	/**
	 * Leave a problem of this model unsaid, which {@link dev.orm.Orm#check() checks}
	 * would find.
	 * @param id what the problem is, such as {@code meta-covered}
	 * @param reason why it is none here; for people who read the code
	 */
	public void silence(String id, String reason) {
		this.target.silence(id, reason);
	}

	/**
	 * Compute a column from others of its row; its attribute is a {@code GeneratedColumn}
	 * without a text. Django's {@code GeneratedField}.
	 * @param column the column
	 * @param expression what it is computed by; it may not depend on settings or the time
	 */
	public void generated(Column<? super T, ?> column, Expression<? super T, ?> expression) {
		this.target.add(new DeclaredGenerated(column.path(), expression.node()));
	}

	/**
	 * Let the database put a value into rows that say nothing: an attribute that is null
	 * when its instance is inserted leaves the column out, and gets the value back.
	 * Django's {@code db_default}.
	 * @param <V> the class of the values
	 * @param column the column
	 * @param value the value
	 */
	public <V> void dbDefault(Column<? super T, V> column, V value) {
		dbDefault(column.path(), value);
	}

	/**
	 * Let the database compute what it puts into rows that say nothing.
	 * @param <V> the class of the values
	 * @param column the column
	 * @param expression what it is computed by, over no columns; it may differ each time
	 */
	public <V> void dbDefault(Column<? super T, V> column, Expression<?, ? extends V> expression) {
		this.target.add(new DeclaredDefault(column.path(), expression.node()));
	}

	/**
	 * Let the database put a value into rows that say nothing, for a parent that has no
	 * paths.
	 * @param attribute the attribute of the column
	 * @param value the value
	 */
	public void dbDefault(String attribute, Object value) {
		this.target.add(new DeclaredDefault(attribute, new Atom.Literal(value, null)));
	}

	/**
	 * Show queries only rows for which a condition is true: lists, counts, updates and
	 * deletes of querysets, related managers, prefetches, subqueries, and what joins to
	 * many reach. A row that is not shown stays what a foreign key leads to, and can be
	 * saved and refreshed. Lifted by {@code unscoped(name)}. On a proxy it is what the
	 * proxy is about. Nothing is added to the database.
	 * @param name what it is lifted by
	 * @param condition the condition, on columns of the table alone
	 * @return what else can be said of the scope
	 */
	public ScopeOptions<T> scope(String name, Condition<? super T> condition) {
		return this.target.add(new ScopeOptions<>(name, condition.node()));
	}

	/**
	 * Let the database show and take only rows for which a condition is true: row level
	 * security, for the owner of the table too, but not for superusers. Several policies
	 * let rows through that one of them does.
	 * @param name its name, at most 63 bytes
	 * @param condition the condition, on columns of the table and on {@link #setting
	 * settings} of the transaction
	 */
	public void policy(String name, Condition<? super T> condition) {
		this.target.policy(name, condition.node());
	}

	/**
	 * Take the value of a setting, for policies. It is set by
	 * {@code SELECT set_config('app.user', '7', true)} in a transaction, or goes with
	 * each statement by {@code Orm.builder().session(…)}.
	 * @param <V> the Java class of the value
	 * @param name its name, with a dot in it, such as {@code app.user}
	 * @param type the class
	 * @return the value; NULL while it is not set, or is empty
	 */
	public static <V> Expression<Model, V> setting(String name, Class<V> type) {
		return Setting.of(name, type);
	}

	/**
	 * Part the table by ranges of columns, which the key must hold. The partitions
	 * themselves are raw objects. SQL's {@code PARTITION BY RANGE}.
	 * @param columns the columns
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final void partitionByRange(Column<? super T, ?>... columns) {
		this.target.partition(Arrays.stream(columns).map(Column::path).toList());
	}

	/**
	 * Part the table by ranges of columns, which the key must hold.
	 * @param attributes the attributes of the columns
	 */
	public void partitionByRange(String... attributes) {
		this.target.partition(List.of(attributes));
	}

	/**
	 * Spread the rows over the servers of a distributed PostgreSQL (Citus): those of one
	 * tenant lie together. The key and all that is unique hold the column.
	 * @param column the {@code @TenantId}, or, for the tenants themselves, their key
	 */
	public void distributedBy(Column<? super T, ?> column) {
		distributedBy(column.path());
	}

	/**
	 * Spread the rows over the servers of a distributed PostgreSQL, for a parent that has
	 * no paths.
	 * @param attribute the attribute of the column
	 */
	public void distributedBy(String attribute) {
		this.target.distribute(new Declarations.Distribution(attribute));
	}

	/**
	 * Have all rows on each server of a distributed PostgreSQL, so that rows of any
	 * tenant may refer to them.
	 */
	public void reference() {
		this.target.distribute(new Declarations.Distribution(""));
	}

	/**
	 * Keep what rows were before they changed, whoever changed them: triggers write a
	 * table beside this one, {@code products.asOf(instant)} and
	 * {@code products.versions(product)} read it.
	 * @return what is left out of it
	 */
	public HistoryOptions<T> history() {
		return this.target.history();
	}

	/**
	 * Need an extension of the database.
	 * @param name its name, such as {@code postgis}
	 */
	public void extension(String name) {
		this.target.extension(name);
	}

	/**
	 * Need a way of sorting texts that no server has by itself. Django's
	 * {@code CreateCollation}.
	 * @param collation the collation, made before the first column that names it
	 */
	public void collation(Collation collation) {
		this.target.add(collation);
	}

	/**
	 * Have an object of the database that nothing here describes: a trigger, a function,
	 * a view. It is made after tables, a type, a domain or a sequence before them, and
	 * made anew where its text changes.
	 * @param name the name migrations know it by; {@code {table}} stands for the table
	 * @param create the statement that makes it
	 * @param drop the statement that drops it; empty if nothing does
	 */
	public void raw(String name, String create, String drop) {
		this.target.raw(name, create, drop);
	}

	/**
	 * Drop what a parent declared.
	 * @param name the name of an index, a constraint or a raw object
	 * @throws dev.orm.error.ModelDefinitionException if nothing has it
	 */
	public void without(String name) {
		this.target.without(name);
	}

}
