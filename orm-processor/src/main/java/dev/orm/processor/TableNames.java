package dev.orm.processor;

import java.util.Optional;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

import dev.orm.processor.ModelGroups.Group;

/** Names the tables of models and of many-to-many relations. */
final class TableNames {

	private final ModelGroups groups;

	private final Problems problems;

	TableNames(ModelTypes types, Problems problems) {
		this.groups = new ModelGroups(types, problems);
		this.problems = problems;
	}

	String group(TypeElement model) {
		return this.groups.of(model).name();
	}

	/**
	 * The database of a model: what it says, else its group; empty for the default one.
	 */
	String database(TypeElement model) {
		return AnnotationValues.find(model, EngineNames.TABLE)
			.map((values) -> values.text("database"))
			.filter((told) -> !told.isEmpty())
			.orElse(this.groups.of(model).database());
	}

	/**
	 * The name of ways back to what a model points to, where its keys give none: as the
	 * model says, else its group; empty for the rule.
	 */
	String relatedName(TypeElement model) {
		return AnnotationValues.find(model, EngineNames.TABLE)
			.map((values) -> values.text("defaultRelatedName"))
			.filter((told) -> !told.isEmpty())
			.orElse(this.groups.of(model).relatedName());
	}

	DeclaredTable table(TypeElement model) {
		Optional<AnnotationValues> values = AnnotationValues.find(model, EngineNames.TABLE);
		Group group = this.groups.of(model);
		String ruled = group.tablePrefix() + NamingRules.snakeCase(model.getSimpleName().toString());
		return declared(model, values, new DeclaredTable(group.schema(), ruled));
	}

	/**
	 * Name the join table of a relation: as its owner and its attribute, in one schema.
	 */
	DeclaredTable joinTable(TypeElement model, DeclaredTable owner, VariableElement variable) {
		String ruled = owner.name() + "_" + NamingRules.snakeCase(variable.getSimpleName().toString());
		return declared(variable, AnnotationValues.find(variable, EngineNames.JOIN_TABLE),
				new DeclaredTable(owner.schema(), ruled));
	}

	private DeclaredTable declared(Element place, Optional<AnnotationValues> values, DeclaredTable ruled) {
		String schema = values.map((given) -> given.text("schema")).orElse("");
		String name = values.map((given) -> given.text("name")).orElse("");
		if (name.contains(".")) {
			int dot = name.indexOf('.');
			this.problems.error(place,
					"The table name '%s' of %s has a dot, which would be part of the name: give a schema by itself, "
							+ "as in schema = \"%s\", name = \"%s\"",
					name, place.getSimpleName(), name.substring(0, dot), name.substring(dot + 1));
		}
		return new DeclaredTable(schema.isEmpty() ? ruled.schema() : schema, name.isEmpty() ? ruled.name() : name);
	}

}
