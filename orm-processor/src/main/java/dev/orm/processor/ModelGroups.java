package dev.orm.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds the group a model belongs to: that of the nearest package upwards which declares
 * one, else its package.
 */
final class ModelGroups {

	private final ModelTypes types;

	private final Problems problems;

	/** By the name of a package. */
	private final Map<String, Group> groups = new HashMap<>();

	ModelGroups(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	Group of(TypeElement model) {
		return this.groups.computeIfAbsent(this.types.packageOf(model), this::find);
	}

	private Group find(String packageName) {
		for (String name = packageName; !name.isEmpty(); name = parent(name)) {
			PackageElement element = this.types.elements().getPackageElement(name);
			Optional<AnnotationValues> values = (element != null)
					? AnnotationValues.find(element, EngineNames.MODEL_GROUP) : Optional.empty();
			if (element != null && values.isPresent()) {
				return declared(element, values.get());
			}
		}
		return new Group(last(packageName), "", "", "", "");
	}

	private Group declared(PackageElement place, AnnotationValues values) {
		String given = values.text("name");
		String name = given.isEmpty() ? place.getSimpleName().toString() : given;
		if (!SourceVersion.isIdentifier(name)) {
			this.problems.error(place, "@ModelGroup(name = \"%s\") of package %s must be a Java identifier", name,
					place);
		}
		String prefix = values.text("tablePrefix");
		return new Group(name, prefix.isEmpty() ? NamingRules.snakeCase(name) + "_" : prefix, values.text("schema"),
				values.text("database"), values.text("defaultRelatedName"));
	}

	private static String parent(String packageName) {
		return packageName.substring(0, Math.max(packageName.lastIndexOf('.'), 0));
	}

	private static String last(String packageName) {
		return packageName.substring(packageName.lastIndexOf('.') + 1);
	}

	/**
	 * A group of models.
	 *
	 * @param name its name; empty in the unnamed package
	 * @param tablePrefix what the names of its tables begin with
	 * @param schema the schema of its tables; empty for the one the search path finds
	 * @param database the alias of their database; empty for the default one
	 * @param relatedName the name of ways back that have none; empty for the rule
	 */
	record Group(String name, String tablePrefix, String schema, String database, String relatedName) {

	}

}
