package dev.orm.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

import dev.orm.processor.ReverseRelations.Abroad;
import dev.orm.processor.ReverseRelations.Reverse;

/**
 * Writes {@code XPath}: a field for each column, a method for each relation and each way
 * back, and the root constant.
 */
final class PathWriter {

	private final ModelTypes types;

	private final GeneratedNames names;

	private final Set<String> takenMethods;

	PathWriter(ModelTypes types, GeneratedNames names) {
		this.types = types;
		this.names = names;
		this.takenMethods = methodsOfModelPath();
	}

	/**
	 * Methods without parameters a relation must not override, those of {@code Object}
	 * included.
	 */
	private Set<String> methodsOfModelPath() {
		TypeElement base = this.types.elements().getTypeElement(EngineNames.MODEL_PATH);
		if (base == null) {
			return Set.of();
		}
		Set<String> taken = new HashSet<>();
		for (ExecutableElement method : ElementFilter.methodsIn(this.types.elements().getAllMembers(base))) {
			if (method.getParameters().isEmpty()) {
				taken.add(method.getSimpleName().toString());
			}
		}
		return taken;
	}

	GeneratedClass write(DeclaredModel model, ReverseRelations relations) {
		List<Reverse> reverse = relations.visible(model);
		String qualified = this.names.pathName(model.element());
		String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
		GeneratedClass target = new GeneratedClass(model, this.types.packageOf(model.element()), simple);
		header(target);
		root(target);
		model.fields()
			.stream()
			.filter((field) -> !field.isParentLink() && field.part() == null)
			.forEach((field) -> column(target, field));
		embedded(target);
		model.fields().stream().filter((field) -> field.is("GENERIC_ID")).forEach((field) -> genericKey(target, field));
		constructor(target);
		forward(target, model);
		back(target, model, reverse);
		relations.abroad(model).forEach((way) -> abroad(target, way));
		target.line("");
		target.line("}");
		return target;
	}

	private void forward(GeneratedClass target, DeclaredModel model) {
		for (DeclaredField field : model.fields()) {
			if (field.relation() != null) {
				relation(target, "Follows {@code " + field.name() + "}.", field.name(), field.relation().target());
			}
		}
		for (DeclaredManyToMany relation : model.manyToMany()) {
			relation(target, "Follows {@code " + relation.name() + "}.", relation.name(), relation.target());
		}
	}

	private void back(GeneratedClass target, DeclaredModel model, List<Reverse> reverse) {
		for (DeclaredReverse back : model.reverse()) {
			if (back.genericKey() != null) {
				relation(target,
						"Follows {@code " + back.source().getSimpleName() + "." + back.genericKey() + "} back.",
						back.name(), back.source());
			}
		}
		for (Reverse way : reverse) {
			relation(target, "Follows {@code " + way.origin() + "} back.", way.query(), way.origin().model().element());
		}
	}

	private static void embedded(GeneratedClass target) {
		Map<String, List<DeclaredField>> records = new LinkedHashMap<>();
		for (DeclaredField field : target.model().fields()) {
			if (field.part() != null && !field.part().isGeneric()) {
				records.computeIfAbsent(field.part().attribute(), (name) -> new ArrayList<>()).add(field);
			}
		}
		records.forEach((attribute, columns) -> new EmbeddedPathWriter(target, attribute,
				Objects.requireNonNull(columns.get(0).part()).record(), columns)
			.write());
	}

	private void header(GeneratedClass target) {
		String root = EngineNames.MODEL;
		String base = EngineNames.MODEL_PATH;
		boolean isPublic = this.types.isVisible(target.model().element(), "");
		target.line("/**");
		target.line(" * Paths to a {@link %s} and on from it.", target.modelName());
		target.line(" *");
		target.line(" * @param <R> the root model");
		target.line(" */");
		target.annotations(this.types);
		target.line("%sfinal class %s<R extends %s> extends %s<R, %s> {", isPublic ? "public " : "",
				target.simpleName(), root, base, target.modelName());
	}

	private void root(GeneratedClass target) {
		target.line("");
		target.line("\t/** The model itself, as the root of paths. */");
		target.line("\tpublic static final %s<%s> %s = new %s<>(\"\");", target.simpleName(), target.modelName(),
				NamingRules.constantCase(target.model().simpleName()), target.simpleName());
	}

	private void column(GeneratedClass target, DeclaredField field) {
		AttributeType attribute = field.attribute();
		String column = EngineNames.PATH_PACKAGE + "." + attribute.columnClass();
		String arguments = attribute.arguments()
			.stream()
			.map((argument) -> ", " + TypeText.of(argument))
			.collect(Collectors.joining());
		target.line("");
		target.line("\t/** Column {@code %s}. */", field.column().name());
		target.line("\tpublic final %s<R%s> %s = new %s<>(path(\"%s\"));", column, arguments, field.name(), column,
				field.name());
	}

	private static void genericKey(GeneratedClass target, DeclaredField id) {
		target.line("");
		target.line("\t/** Columns of {@code %s}. */", id.attributeName());
		target.line("\tpublic final %s.GenericColumn<R, %s> %s = new %s.GenericColumn<>(path(\"%s\"));",
				EngineNames.PATH_PACKAGE, TypeText.of(id.type()), id.attributeName(), EngineNames.PATH_PACKAGE,
				id.attributeName());
	}

	private void constructor(GeneratedClass target) {
		target.line("");
		target.line("\t/**");
		target.line("\t * Create a path; users start from the root instead.");
		target.line("\t * @param path segments joined by two underscores");
		target.line("\t */");
		target.line("\tpublic %s(java.lang.String path) {", target.simpleName());
		target.line("\t\tsuper(path);");
		target.end();
	}

	/**
	 * Paths are made when they are first followed, as models may point at each other, and
	 * kept, as queries follow them at each call. Threads may make one twice.
	 */
	private void relation(GeneratedClass target, String comment, String segment, TypeElement other) {
		String path = this.names.pathName(other);
		String kept = methodName(segment) + "$";
		target.line("");
		target.line("\tprivate %s<R> %s;", path, kept);
		target.line("");
		target.line("\t/**");
		target.line("\t * %s", comment);
		target.line("\t * @return the path through the relation");
		target.line("\t */");
		target.line("\tpublic %s<R> %s() {", path, methodName(segment));
		target.line("\t\t%s<R> known = this.%s;", path, kept);
		target.line("\t\tif (known == null) {");
		target.line("\t\t\tknown = new %s<>(path(\"%s\"));", path, segment);
		target.line("\t\t\tthis.%s = known;", kept);
		target.line("\t\t}");
		target.line("\t\treturn known;");
		target.end();
	}

	/**
	 * The path of a model in another jar was compiled before there was a way back, and
	 * one in another package cannot name what only this one sees.
	 */
	private void abroad(GeneratedClass target, Abroad way) {
		String from = this.names.pathName(way.from());
		String segment = way.way().query();
		target.line("");
		target.line("\t/**");
		target.line("\t * Follows {@code %s} back, from a model of another jar or package.", way.way().origin());
		target.line("\t * @param <R> the root model");
		target.line("\t * @param from the path to that model");
		target.line("\t * @return the path through the relation");
		target.line("\t */");
		target.line("\tpublic static <R extends %s> %s<R> %sOf(%s<R> from) {", EngineNames.MODEL, target.simpleName(),
				way.way().accessor(), from);
		target.line("\t\treturn new %s<>(from.path().isEmpty() ? \"%s\" : from.path() + \"__%s\");",
				target.simpleName(), segment, segment);
		target.line("\t}");
	}

	private String methodName(String segment) {
		String name = NamingRules.methodName(segment);
		return this.takenMethods.contains(name) ? name + "_" : name;
	}

}
