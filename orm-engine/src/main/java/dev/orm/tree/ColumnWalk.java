package dev.orm.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.sql.Column;
import dev.orm.sql.Reference;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;

/**
 * Collects the columns of an expression, those a subquery takes from around it included.
 */
public final class ColumnWalk {

	private ColumnWalk() {
	}

	/**
	 * Collect the columns of an expression.
	 * @param expression the expression
	 * @return its columns, each as often as it is named
	 */
	public static List<Column> columns(Sql expression) {
		List<Column> found = new ArrayList<>();
		collect(expression, found);
		return found;
	}

	/**
	 * Collect the names of the annotations an expression refers to.
	 * @param expression the expression
	 * @return the names
	 */
	public static Set<String> references(Sql expression) {
		Set<String> names = new LinkedHashSet<>();
		collectNames(expression, names);
		return names;
	}

	private static void collectNames(Sql expression, Set<String> names) {
		if (expression instanceof Reference reference) {
			names.add(reference.name());
		}
		expression.children().forEach((child) -> collectNames(child, names));
	}

	private static void collect(Sql expression, List<Column> found) {
		if (expression instanceof Column column) {
			found.add(column);
		}
		else if (expression instanceof SubqueryCall call) {
			call.outer().forEach((column) -> collect(column, found));
		}
		else {
			expression.children().forEach((child) -> collect(child, found));
		}
	}

}
