package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes the class of a model as an application would. In: a model, and the columns the
 * database numbers by itself. Out: source text, and the options it cannot express.
 */
final class ModelSource {

	static final String PACKAGE = "acceptance.models";

	private static final String ANNOTATION = "@dev.orm.annotation.";

	private final ModelCatalog catalog;

	private final CaseModel model;

	private final Set<String> identities;

	private final Consumer<String> unsupported;

	private final NameScope scope;

	private final StringBuilder text = new StringBuilder();

	/** Classes that the model's fields need. */
	private final List<String> nested = new ArrayList<>();

	ModelSource(ModelCatalog catalog, CaseModel model, Set<String> identities, Consumer<String> unsupported) {
		this.catalog = catalog;
		this.model = model;
		this.identities = identities;
		this.unsupported = unsupported;
		this.scope = new NameScope(catalog, model, null);
	}

	String write() {
		line("package " + PACKAGE + ";");
		annotate();
		line("public class %s extends %s {", this.model.javaType(), parent());
		if (!this.model.proxy()) {
			fields();
			for (JsonNode relation : this.model.relations()) {
				if (relation.path("kind").asString().equals("many_to_many")) {
					manyToMany(relation);
				}
			}
		}
		this.nested.forEach(this::line);
		line("}");
		return this.text.toString();
	}

	private void line(String format, Object... arguments) {
		this.text.append((arguments.length > 0) ? format.formatted(arguments) : format).append('\n');
	}

	static String literal(String value) {
		StringBuilder literal = new StringBuilder("\"");
		for (int i = 0; i < value.length(); i++) {
			char character = value.charAt(i);
			boolean plain = character >= ' ' && character < 0x7f && character != '"' && character != '\\';
			literal.append(plain ? String.valueOf(character) : "\\u%04x".formatted((int) character));
		}
		return literal.append('"')
			.toString()
			.replace("\\u0022", "\\\"")
			.replace("\\u005c", "\\\\")
			.replace("\\u000a", "\\n")
			.replace("\\u000d", "\\r");
	}

	private static String literals(List<String> values) {
		return "{ " + String.join(", ", values.stream().map(ModelSource::literal).toList()) + " }";
	}

	private String parent() {
		CaseModel above = this.model.above();
		return (above != null) ? PACKAGE + "." + above.javaType() : "dev.orm.model.Model";
	}

	private void annotate() {
		List<String> ordering = ordering();
		CaseModel above = this.model.above();
		if (ordering.isEmpty() && above != null && !above.description().path("ordering").isEmpty()) {
			unsupported("ordering", "no order where the parent has one");
		}
		if (this.model.proxy()) {
			line(ANNOTATION + "Proxy(ordering = %s)", literals(ordering));
			return;
		}
		List<String> sets = new ArrayList<>();
		for (JsonNode set : this.model.description().path("unique_together")) {
			List<String> names = CaseModel.names(set).stream().map(this.model::javaName).toList();
			sets.add(ANNOTATION + "UniqueTogether(" + literals(names) + ")");
		}
		line(ANNOTATION + "Table(name = %s, ordering = %s, uniqueTogether = { %s }%s)", literal(this.model.table()),
				literals(ordering), String.join(", ", sets), parentLink());
	}

	private String parentLink() {
		List<String> parents = this.model.directParents();
		if (parents.size() > 1) {
			unsupported("parents", String.join(", ", parents));
		}
		for (JsonNode field : this.model.localFields()) {
			if (this.model.isParentLink(field)) {
				return ", parentLink = " + literal(TableSnapshot.column(field));
			}
		}
		return "";
	}

	private List<String> ordering() {
		List<String> terms = new ArrayList<>();
		for (JsonNode term : this.model.description().path("ordering")) {
			JsonNode path = term.isString() ? term : term.path("expr").path("$f");
			if (!path.isString() || term.has("nulls")) {
				unsupported("ordering", term.toString());
				continue;
			}
			String written = term.path("dir").asString("").equals("desc") ? "-" + path.asString() : path.asString();
			boolean descending = written.startsWith("-");
			terms.add((descending ? "-" : "") + this.scope.path(descending ? written.substring(1) : written));
		}
		return terms;
	}

	private void unsupported(String option, String value) {
		this.unsupported.accept(this.model.name() + ": " + option + " " + value);
	}

	/** The parts of the key come in its order, which may not be that of the columns. */
	private void fields() {
		List<JsonNode> fields = new ArrayList<>();
		if (this.model.key().size() > 1) {
			this.model.key().forEach((part) -> fields.add(this.model.field(part)));
		}
		this.model.localFields().forEach((field) -> {
			if (!fields.contains(field) && !this.model.isParentLink(field)) {
				fields.add(field);
			}
		});
		fields.forEach(this::field);
	}

	private void field(JsonNode field) {
		String name = field.path("name").asString();
		JsonNode relation = relation(name);
		if (relation != null) {
			toOne(field, relation);
			return;
		}
		JavaColumn column = JavaColumn.of(field);
		if (!column.natural()) {
			unsupported("type", name + " " + field.path("type").asString());
		}
		key(field);
		line(ANNOTATION + "Column(%s)", String.join(", ", column(field, column.options())));
		for (Map.Entry<String, String> flag : Map
			.of("auto_now", ANNOTATION + "AutoNow", "auto_now_add", ANNOTATION + "AutoNowAdd", "positive",
					"@jakarta.validation.constraints.PositiveOrZero")
			.entrySet()) {
			if (field.path(flag.getKey()).asBoolean(false)) {
				line(flag.getValue());
			}
		}
		choices(field, this.model.javaName(name));
		attribute(column.type(), this.model.javaName(name), initial(field));
	}

	/** Choices in groups, or of other values than texts and whole numbers, are named. */
	private void choices(JsonNode field, String name) {
		if (field.path("choices").isEmpty()) {
			return;
		}
		ChoicesSource choices = new ChoicesSource(field.path("choices"));
		if (choices.isPlain()) {
			line(ANNOTATION + "Choices(%s.Of_%s.class)", this.model.javaType(), name);
			this.nested.add(choices.write("Of_" + name));
		}
		else {
			unsupported("choices", field.path("name").asString());
		}
	}

	private @Nullable String initial(JsonNode field) {
		String value = DefaultSource.of(field);
		boolean asked = !field.path("default").isMissingNode() && !field.path("default").isNull();
		if (asked && value == null) {
			unsupported("default", field.path("name").asString() + " " + field.path("default"));
		}
		return value;
	}

	private void key(JsonNode field) {
		if (!this.model.key().contains(field.path("name").asString())) {
			return;
		}
		boolean identity = this.identities.contains(this.model.table() + "." + TableSnapshot.column(field));
		boolean made = field.path("default").path("$call").asString("").startsWith("uuid");
		String generated = identity ? "IDENTITY" : made ? "UUID" : "ASSIGNED";
		line(ANNOTATION + "Id(generated = dev.orm.annotation.Id.Generated.%s)", generated);
	}

	private static List<String> column(JsonNode field, List<String> typed) {
		List<String> options = new ArrayList<>(typed);
		options.add("name = " + literal(TableSnapshot.column(field)));
		options.add("nullable = " + field.path("null").asBoolean(false));
		options.add("unique = " + field.path("unique").asBoolean(false));
		return options;
	}

	private @Nullable JsonNode relation(String name) {
		for (JsonNode relation : this.model.relations()) {
			if (relation.path("name").asString().equals(name)
					&& !relation.path("kind").asString().equals("many_to_many")) {
				return relation;
			}
		}
		return null;
	}

	private void toOne(JsonNode field, JsonNode relation) {
		CaseModel target = this.catalog.get(relation.path("target").asString());
		String handle = relation.path("kind").asString().equals("one_to_one") ? "dev.orm.model.OneToOne"
				: "dev.orm.model.ForeignKey";
		JsonNode fallback = field.path("default");
		String key = fallback.isMissingNode() || fallback.isNull() ? null
				: DefaultSource.of(JavaColumn.bare(field.path("type").asString()), fallback);
		key(field);
		List<String> options = column(field, List.of());
		if (key != null) {
			options.add("defaultValue = " + literal(fallback.asString()));
		}
		line(ANNOTATION + "Column(%s)", String.join(", ", options));
		onDelete(relation, key != null);
		relatedName(relation);
		String toField = relation.path("to_field").asString("");
		if (!toField.isEmpty() && !target.key().equals(List.of(toField))) {
			line(ANNOTATION + "ToField(%s)", literal(target.javaName(toField)));
		}
		attribute(handle + "<" + PACKAGE + "." + target.javaType() + ">",
				this.model.javaName(relation.path("name").asString()),
				(key != null) ? handle + ".ofId(" + key + ")" : null);
	}

	/** Without a default, the default is no target. */
	private void onDelete(JsonNode relation, boolean hasDefault) {
		String action = relation.path("on_delete").asString("CASCADE");
		JsonNode value = relation.path("set_value");
		boolean none = action.equals("SET") ? value.isNull() || value.isMissingNode()
				: action.equals("SET_DEFAULT") && !hasDefault;
		String text = action.equals("SET") && !none ? (value.isObject() ? value.iterator().next() : value).asString()
				: "";
		line(ANNOTATION + "OnDelete(value = dev.orm.annotation.OnDeleteAction.%s, setValue = %s)",
				none ? "SET_NULL" : action, literal(text));
	}

	private void relatedName(JsonNode relation) {
		if (!relation.path("related_name").isString()) {
			line(ANNOTATION + "RelatedName(\"+\")");
			return;
		}
		CaseModel target = this.catalog.get(relation.path("target").asString()).concrete();
		line(ANNOTATION + "RelatedName(value = %s, query = %s)",
				literal(target.javaName(relation.path("related_name").asString())),
				literal(target.javaName(relation.path("related_query_name").asString())));
	}

	private void manyToMany(JsonNode relation) {
		CaseModel target = this.catalog.get(relation.path("target").asString());
		CaseModel through = this.catalog.get(relation.path("through").asString());
		String source = relation.path("through_source_column").asString();
		String other = relation.path("through_target_column").asString();
		if (through.hasClass()) {
			line(ANNOTATION + "Through(value = %s.%s.class, source = %s, target = %s)", PACKAGE, through.javaType(),
					literal(side(through, source)), literal(side(through, other)));
		}
		else {
			line(ANNOTATION + "JoinTable(name = %s, source = %s, target = %s)",
					literal(relation.path("through_table").asString()), literal(source), literal(other));
		}
		if (relation.path("symmetrical").asBoolean(false)) {
			line(ANNOTATION + "Symmetrical");
		}
		relatedName(relation);
		String name = this.model.javaName(relation.path("name").asString());
		String type = "dev.orm.ManyToMany<" + PACKAGE + "." + target.javaType() + ">";
		line("private %s %s;", type, name);
		line("public %s get%s() { return this.%s; }", type, JavaNames.capitalized(name), name);
	}

	private static String side(CaseModel through, String column) {
		for (JsonNode field : through.fields()) {
			if (TableSnapshot.column(field).equals(column)) {
				return through.javaName(field.path("name").asString());
			}
		}
		return "";
	}

	private void attribute(String type, String name, @Nullable String value) {
		line("private %s %s%s;", type, name, (value != null) ? " = " + value : "");
		line("public %s get%s() { return this.%s; }", type, JavaNames.capitalized(name), name);
		line("public void set%s(%s %s) { this.%s = %s; }", JavaNames.capitalized(name), type, name, name, name);
	}

}
