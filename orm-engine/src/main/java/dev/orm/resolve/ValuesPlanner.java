package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.meta.FieldModel;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;

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
		if (!query.hasSelectFields()) {
			query.clearSelect();
			new ValuesPlanner(query).select(List.of(field));
		}
	}

	void values(List<String> names) {
		this.query.selectRelated = null;
		this.query.deferral = Deferral.NONE;
		this.query.clearSelectFields();
		List<String> fieldNames = new ArrayList<>();
		if (names.isEmpty()) {
			this.query.model.fields().stream().map(FieldModel::attname).forEach(fieldNames::add);
		}
		else {
			choose(names, fieldNames);
		}
		regroup(names);
		this.query.valuesSelect = List.copyOf(fieldNames);
		select(fieldNames);
		this.query.selected = names.isEmpty() ? null : new ArrayList<>(new LinkedHashSet<>(names));
		Set<String> fields = new LinkedHashSet<>(names.isEmpty() ? fieldNames : names);
		if (names.isEmpty()) {
			fields.addAll(this.query.selectedAnnotations().keySet());
		}
		this.query.fields = fields;
	}

	private void choose(List<String> names, List<String> fieldNames) {
		Set<String> annotations = new LinkedHashSet<>();
		Map<String, Sql> selectable = this.query.selectedAnnotations();
		for (String name : new LinkedHashSet<>(names)) {
			if (selectable.containsKey(name)) {
				annotations.add(name);
			}
			else if (this.query.annotations.containsKey(name)) {
				throw new FieldException("Cannot select the '%s' alias. Use annotate() to promote it.".formatted(name));
			}
			else {
				fieldNames.add(name);
			}
		}
		this.query.mask(annotations);
	}

	private void regroup(List<String> names) {
		if (this.query.groupByModel) {
			select(this.query.model.fields().stream().map(FieldModel::attname).toList());
			group(false);
			this.query.clearSelectFields();
		}
		else if (this.query.groupBy != null) {
			List<Sql> terms = new ArrayList<>();
			for (Sql term : this.query.groupBy) {
				boolean orphan = isReference(term) && !names.contains(((Column) term).name());
				terms.add(orphan ? annotation(((Column) term).name()) : term);
			}
			this.query.groupBy = terms;
		}
	}

	private Sql annotation(String name) {
		Sql annotation = this.query.annotations.get(name);
		if (annotation == null) {
			throw new IllegalStateException("No annotation " + name);
		}
		return annotation;
	}

	static boolean isReference(Sql term) {
		return term instanceof Column column && column.alias().equals(SelectQuery.REFERENCE);
	}

	/** Group by what is selected now. */
	void group(boolean allowAliases) {
		if (allowAliases && !this.query.valuesSelect.isEmpty()) {
			promoteExpressions();
		}
		List<Sql> terms = new ArrayList<>(this.query.select);
		this.query.selectedAnnotations().forEach((name, annotation) -> {
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
		this.query.groupByModel = false;
		this.query.groupBy = terms;
	}

	/**
	 * Selected transforms become annotations, so that they can be grouped by their name.
	 */
	private void promoteExpressions() {
		Map<String, Sql> promoted = new LinkedHashMap<>();
		List<Sql> columns = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < this.query.valuesSelect.size(); i++) {
			String name = this.query.valuesSelect.get(i);
			Sql expression = this.query.select.get(i);
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
			annotateFirst(promoted);
			this.query.select = columns;
			this.query.valuesSelect = names;
		}
	}

	private void annotateFirst(Map<String, Sql> promoted) {
		Map<String, Sql> before = new LinkedHashMap<>(this.query.annotations);
		this.query.annotations.clear();
		this.query.annotations.putAll(promoted);
		this.query.annotations.putAll(before);
		this.query.unmask(promoted.keySet());
	}

	/** Put the columns of paths into the select list. */
	void select(List<String> paths) {
		ColumnResolver columns = new ColumnResolver(this.query);
		List<Sql> selected = new ArrayList<>();
		for (String path : paths) {
			selected.add(columns.selection(path));
		}
		this.query.select = selected;
		this.query.defaultColumns = false;
	}

}
