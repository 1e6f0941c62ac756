package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What a query selects besides its annotations: all columns of its model, or those that
 * {@code values} names. Django's {@code Query.select}, {@code values_select} and
 * {@code selected}. Mutable while the query is resolved.
 */
final class SelectList {

	private boolean wholeModel = true;

	private List<Sql> columns = List.of();

	private List<String> names = List.of();

	private @Nullable List<String> order;

	private @Nullable Set<String> fixed;

	private boolean fixedByWhole;

	/** Whether rows are instances of the model. */
	boolean isWholeModel() {
		return this.wholeModel;
	}

	List<Sql> columns() {
		return this.columns;
	}

	/** The names of the columns; none where nobody reads them by name. */
	List<String> names() {
		return this.names;
	}

	/** The names of columns and annotations in the order asked for; null for any. */
	@Nullable List<String> order() {
		return this.order;
	}

	/**
	 * What values() selects by a name: the name means that, wherever it is used, and not
	 * what a path of the name would lead to.
	 */
	@Nullable Sql named(String name) {
		int place = this.names.indexOf(name);
		return (place >= 0) ? this.columns.get(place) : null;
	}

	/** The names a call of values() fixed; null while it was not called. */
	@Nullable Set<String> fixed() {
		return this.fixed;
	}

	boolean isFixed() {
		return this.fixed != null;
	}

	/** Whether the names were fixed for a member by the set operation around it. */
	boolean isFixedByWhole() {
		return this.fixedByWhole;
	}

	/** Select columns instead of those there are. */
	void select(List<Sql> chosen) {
		select(chosen, List.of());
	}

	void select(List<Sql> chosen, List<String> theirNames) {
		this.columns = List.copyOf(chosen);
		this.names = List.copyOf(theirNames);
		this.wholeModel = false;
	}

	/** Select no column; what was fixed stays so. */
	void clear() {
		this.columns = List.of();
		this.names = List.of();
		this.order = null;
	}

	/** Make rows values, even if no column is selected yet. */
	void leaveModel() {
		this.wholeModel = false;
	}

	/** Order by names what is selected; null for any order. */
	void order(@Nullable Set<String> wanted) {
		this.order = (wanted != null) ? List.copyOf(wanted) : null;
	}

	/** Put an annotation that is selected later behind what is ordered. */
	void append(String annotation) {
		if (this.order != null && !this.order.contains(annotation)) {
			this.order = new ArrayList<>(this.order);
			this.order.add(annotation);
		}
	}

	void fix(@Nullable Set<String> wanted) {
		this.fixed = (wanted != null) ? new LinkedHashSet<>(wanted) : null;
	}

	/**
	 * Fix what a set operation selects in a member of it that has no choice of its own.
	 */
	void fixedByWhole(boolean byWhole) {
		this.fixedByWhole = byWhole;
	}

	/** Let an annotation that comes after values() be one of its names. */
	void fixToo(String annotation) {
		if (this.fixed != null) {
			this.fixed = new LinkedHashSet<>(this.fixed);
			this.fixed.add(annotation);
		}
	}

}
