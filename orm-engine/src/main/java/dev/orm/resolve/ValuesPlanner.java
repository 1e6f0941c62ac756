package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.FieldModel;
import dev.orm.resolve.follow.Deferral;
import dev.orm.sql.Column;
import dev.orm.sql.Reference;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;

/**
 * Selects values instead of instances, and groups by them. Django's {@code set_values}
 * and {@code set_group_by}.
 */
final class ValuesPlanner {

	private final SelectQuery query;

	ValuesPlanner(SelectQuery query) {
		this.query = query;
	}

	/**
	 * Select what a subquery on the right of a lookup answers, unless the caller chose.
	 */
	static void selectForMembership(SelectQuery query, String field) {
		if (query.compound != null) {
			query.compound.members().forEach((member) -> selectForMembership(member, field));
			return;
		}
		if (!query.select.isFixed()) {
			query.selectNothing();
			new ValuesPlanner(query).select(List.of(field));
		}
	}

	void values(List<String> names) {
		this.query.selectRelated(null);
		this.query.defer(Deferral.NONE);
		this.query.select.clear();
		Set<String> wanted = new LinkedHashSet<>(names);
		List<String> fields = names.isEmpty() ? columnNames() : fieldsAmong(wanted);
		regroup(names);
		select(fields, fields);
		this.query.select.order(names.isEmpty() ? null : wanted);
		this.query.select.fix(names.isEmpty() ? withAnnotations(fields) : wanted);
	}

	/** Select the annotations among some names; what is left are paths. */
	private List<String> fieldsAmong(Set<String> names) {
		Set<String> annotations = new LinkedHashSet<>();
		List<String> fields = new ArrayList<>();
		Set<String> selectable = this.query.annotations.selected().keySet();
		for (String name : names) {
			if (selectable.contains(name)) {
				annotations.add(name);
			}
			else if (this.query.annotations.contains(name)) {
				throw new FieldException("Cannot select the '%s' alias. Use annotate() to promote it.".formatted(name),
						Subject.ofPath(this.query.model.name(), name));
			}
			else {
				fields.add(name);
			}
		}
		this.query.annotations.select(annotations);
		return fields;
	}

	private Set<String> withAnnotations(List<String> fields) {
		Set<String> names = new LinkedHashSet<>(fields);
		names.addAll(this.query.annotations.selected().keySet());
		return names;
	}

	/** Group by what was selected before, now that it is not any more. */
	private void regroup(List<String> names) {
		List<Sql> groupBy = this.query.groupBy();
		if (this.query.isGroupedByModel()) {
			groupByColumns();
			this.query.select.clear();
		}
		else if (groupBy != null) {
			this.query.groupBy(groupBy.stream()
				.map((term) -> isReferenceTo(names, term) ? term : this.query.annotation(term))
				.toList());
		}
	}

	private static boolean isReferenceTo(List<String> names, Sql term) {
		return term instanceof Reference reference && names.contains(reference.name());
	}

	private List<String> columnNames() {
		return this.query.model.fields().stream().map(FieldModel::attname).toList();
	}

	/** Group by each column of the model instead of by its instances. */
	void groupByColumns() {
		select(columnNames());
		group(false);
	}

	/** Group by what is selected now. */
	void group(boolean allowAliases) {
		if (allowAliases && !this.query.select.names().isEmpty()) {
			promoteExpressions();
		}
		List<Sql> terms = new ArrayList<>(this.query.select.columns());
		this.query.annotations.selected().forEach((name, annotation) -> {
			List<Sql> columns = GroupingPlanner.columns(annotation);
			if (columns.isEmpty()) {
				return;
			}
			if (allowAliases && !annotation.containsAggregate()) {
				terms.add(Terms.reference(name, annotation));
			}
			else {
				terms.addAll(columns);
			}
		});
		this.query.groupBy(terms);
	}

	/**
	 * Selected transforms become annotations, so that they can be grouped by their name.
	 */
	private void promoteExpressions() {
		Map<String, Sql> promoted = new LinkedHashMap<>();
		List<Sql> columns = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < this.query.select.names().size(); i++) {
			String name = this.query.select.names().get(i);
			Sql expression = this.query.select.columns().get(i);
			if (expression instanceof Column) {
				columns.add(expression);
				names.add(name);
			}
			else {
				AnnotationPlanner.checkName(name);
				promoted.put(name, expression);
			}
		}
		if (!promoted.isEmpty()) {
			this.query.annotations.addFirst(promoted);
			this.query.select.select(columns, names);
		}
	}

	/** Put the columns of paths into the select list. */
	private void select(List<String> paths) {
		select(paths, List.of());
	}

	private void select(List<String> paths, List<String> names) {
		ColumnResolver columns = new ColumnResolver(this.query);
		this.query.select.select(paths.stream().map(columns::selection).toList(), names);
	}

}
