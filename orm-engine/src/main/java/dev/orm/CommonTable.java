package dev.orm;

import java.util.function.Function;

import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.query.Combination;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: the rows of a queryset under a name, that other querysets
 * may be joined with. A recursive one starts with some rows and adds, again and again,
 * those a second queryset finds by joining the table itself. Immutable.
 */
public final class CommonTable {

	private final String name;

	private final @Nullable QuerySpec base;

	private final @Nullable QuerySpec next;

	private final boolean all;

	private CommonTable(String name, @Nullable QuerySpec base, @Nullable QuerySpec next, boolean all) {
		this.name = name;
		this.base = base;
		this.next = next;
		this.all = all;
	}

	/**
	 * Name the rows of a queryset.
	 * @param name the name
	 * @param rows a queryset of values; their names are the columns
	 * @return a table
	 */
	public static CommonTable of(String name, Reading<?, ?, ?> rows) {
		return new CommonTable(name, rows.recipe().spec(), null, false);
	}

	/**
	 * Name rows that lead to further rows, without duplicates, so that circles end.
	 * @param name the name
	 * @param start a queryset of values; their names are the columns
	 * @param next makes the queryset of the next rows, of as many values, which joins the
	 * table it is given
	 * @return a table
	 */
	public static CommonTable recursive(String name, Reading<?, ?, ?> start,
			Function<CommonTable, Reading<?, ?, ?>> next) {
		CommonTable self = new CommonTable(name, null, null, false);
		return new CommonTable(name, start.recipe().spec(), next.apply(self).recipe().spec(), false);
	}

	/**
	 * Keep duplicates (UNION ALL). Circles in the data never end then.
	 * @return a table
	 */
	public CommonTable keepingDuplicates() {
		return new CommonTable(this.name, this.base, this.next, true);
	}

	/**
	 * Refer to a column.
	 * @param <X> the class of its values
	 * @param column its name
	 * @param type the class of its values
	 * @return an expression, for querysets the table is joined with
	 */
	public <X> NumberExpression<Model, X> column(String column, Class<X> type) {
		return NumberExpression.of(reference(column));
	}

	private Node reference(String column) {
		return new Atom.TableColumn(this.name, column);
	}

	Combination.With declaration() {
		if (this.base == null) {
			throw new IllegalStateException("The table '" + this.name + "' is not complete inside its own definition");
		}
		return new Combination.With(this.name, this.base, this.next, this.all);
	}

	String name() {
		return this.name;
	}

}
