package dev.orm.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Condition;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.path.Column;
import org.jspecify.annotations.Nullable;

/**
 * What else is said of an index: {@code meta.index(…)} answers it. Used by one thread,
 * while the model's {@link Meta} methods run.
 *
 * @param <T> the model
 */
public final class IndexOptions<T extends Model> {

	private final List<Clause.Ordering> elements;

	private final List<String> include = new ArrayList<>();

	private final Map<String, String> parameters = new LinkedHashMap<>();

	private IndexMethod method = IndexMethod.BTREE;

	private List<String> operatorClasses = List.of();

	private @Nullable Node where;

	private String name = "";

	IndexOptions(List<Clause.Ordering> elements) {
		this.elements = List.copyOf(elements);
	}

	static List<Clause.Ordering> terms(Orderable<?>... terms) {
		return Arrays.stream(terms).map((term) -> term.orderTerm().node()).toList();
	}

	static List<Clause.Ordering> terms(String... paths) {
		return Arrays.stream(paths).map(Clause.Ordering::named).toList();
	}

	/** Columns are meant as they are: a relation is its key. */
	static List<Clause.Ordering> columns(String... attributes) {
		return Arrays.stream(attributes)
			.map(Clause.Ordering::named)
			.map((term) -> new Clause.Ordering(term.expression(), term.descending(), term.nulls()))
			.toList();
	}

	/**
	 * Name it; without, it is named after its table and columns, as PostgreSQL does. One
	 * of an expression must be named.
	 * @param text at most 63 bytes; {@code {table}} stands for the table, so that several
	 * children of an abstract parent may have it
	 * @return this
	 */
	public IndexOptions<T> name(String text) {
		this.name = text;
		return this;
	}

	/**
	 * Hold some rows only. SQL's {@code WHERE}, Django's {@code condition}.
	 * @param condition which rows, by columns of the table alone
	 * @return this
	 */
	public IndexOptions<T> where(Condition<? super T> condition) {
		this.where = condition.node();
		return this;
	}

	/**
	 * Choose how rows are found; else by a sorted tree.
	 * @param accessMethod the access method
	 * @return this
	 */
	public IndexOptions<T> using(IndexMethod accessMethod) {
		this.method = accessMethod;
		return this;
	}

	/**
	 * Carry columns along, so that a query need not visit the table. SQL's
	 * {@code INCLUDE}.
	 * @param columns the columns
	 * @return this
	 */
	@SafeVarargs
	public final IndexOptions<T> include(Column<? super T, ?>... columns) {
		for (Column<? super T, ?> column : columns) {
			this.include.add(column.path());
		}
		return this;
	}

	/**
	 * Carry columns along, so that a query need not visit the table.
	 * @param attributes their attributes
	 * @return this
	 */
	public IndexOptions<T> include(String... attributes) {
		this.include.addAll(List.of(attributes));
		return this;
	}

	/**
	 * Choose operator classes, such as {@code gin_trgm_ops}.
	 * @param names one for all elements, or one for each
	 * @return this
	 */
	public IndexOptions<T> opclass(String... names) {
		if (names.length != 1 && names.length != this.elements.size()) {
			throw new ModelDefinitionException(
					"%d operator classes were given for an index of %d elements %s. hint: give one for all, or one for each"
						.formatted(names.length, this.elements.size(), this.elements),
					Subject.ofArgument("opclass"));
		}
		this.operatorClasses = List.of(names);
		return this;
	}

	/**
	 * Set a storage parameter. SQL's {@code WITH}.
	 * @param parameter such as {@code fillfactor}, in percent
	 * @param value the value
	 * @return this
	 */
	public IndexOptions<T> with(String parameter, int value) {
		return with(parameter, String.valueOf(value));
	}

	/**
	 * Set a storage parameter. SQL's {@code WITH}.
	 * @param parameter such as {@code fastupdate}
	 * @param value the value, a word or a number
	 * @return this
	 */
	public IndexOptions<T> with(String parameter, String value) {
		if (!parameter.matches("\\w+") || !value.matches("[\\w.-]+")) {
			throw new ModelDefinitionException(
					"A storage parameter is a word and its value a word or a number, not '%s' and '%s'."
						.formatted(parameter, value),
					Subject.ofArgument("with"));
		}
		this.parameters.put(parameter, value);
		return this;
	}

	DeclaredIndex declared() {
		return new DeclaredIndex(this.name, this.method, this.elements, this.operatorClasses, this.include,
				this.parameters, this.where);
	}

}
