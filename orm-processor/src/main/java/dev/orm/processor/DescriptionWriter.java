package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

import dev.orm.processor.DeclaredField.ColumnOptions;
import dev.orm.processor.DeclaredManyToMany.Join;
import org.jspecify.annotations.Nullable;

/** Writes the constant that tells the engine what the source code says of the model. */
final class DescriptionWriter {

	private final ModelTypes types;

	private final GeneratedClass target;

	DescriptionWriter(ModelTypes types, GeneratedClass target) {
		this.types = types;
		this.target = target;
	}

	void write() {
		DeclaredModel model = this.target.model();
		String type = EngineNames.MODEL_DESCRIPTION;
		this.target.line("");
		this.target.line("\tprivate static final %s DESCRIPTION = new %s(%s, %s, %s, %s, %s,", type, type,
				literal(model.element()), GeneratedClass.quoted(model.group()), model.table().expression(),
				literal(model.parent()), literal(model.proxyOf()));
		this.target.line("\t\t\t%s, %s,", texts(model.options().ordering()), texts(model.options().getLatestBy()));
		this.target.line("\t\t\t%s,",
				list(model.options().uniqueTogether().stream().map(this::texts).collect(Collectors.joining(", "))));
		lines(model.fields().stream().map(this::field).toList(), ",");
		DeclaredTableOptions options = model.options().table();
		DeclaredGenerics generics = DeclaredGenerics.of(model);
		String more = generics.isEmpty() ? "" : ", " + generics.expression();
		lines(model.manyToMany().stream().map(this::manyToMany).toList(),
				(options.isPlain() && more.isEmpty()) ? ");" : ", " + options.expression() + more + ");");
	}

	private void lines(List<String> items, String end) {
		if (items.isEmpty()) {
			this.target.line("\t\t\t%s%s", list(""), end);
			return;
		}
		this.target.line("\t\t\tjava.util.List.of(");
		for (int i = 0; i < items.size(); i++) {
			boolean last = i == items.size() - 1;
			this.target.line("\t\t\t\t%s%s", items.get(i), last ? ")" + end : ",");
		}
	}

	private String list(String items) {
		return "java.util.List.of(" + items + ")";
	}

	private String texts(List<String> texts) {
		return list(texts.stream().map(GeneratedClass::quoted).collect(Collectors.joining(", ")));
	}

	private String literal(@Nullable TypeElement type) {
		return (type != null) ? TypeText.name(type) + ".class" : "null";
	}

	private String literal(TypeMirror type) {
		return TypeText.of(this.types.types().erasure(type)) + ".class";
	}

	private static String quotedOrNull(@Nullable String text) {
		return (text != null) ? GeneratedClass.quoted(text) : "null";
	}

	private String field(DeclaredField field) {
		ColumnOptions column = field.column();
		String flags = column.flags()
			.stream()
			.map((flag) -> ", " + EngineNames.FLAG + "." + flag)
			.collect(Collectors.joining());
		StringBuilder text = new StringBuilder(
				"%s.of(%s, %s, %s%s)".formatted(EngineNames.FIELD_DESCRIPTION, GeneratedClass.quoted(field.name()),
						GeneratedClass.quoted(column.name()), literal(field.type()), flags));
		options(text, field, column);
		DeclaredRelation relation = field.relation();
		if (relation != null) {
			text.append(".relation(").append(relation(relation)).append(')');
		}
		return text.toString();
	}

	private void options(StringBuilder text, DeclaredField field, ColumnOptions column) {
		if (field.relation() == null && !arguments(field.type()).isEmpty()) {
			text.append(".arguments(").append(arguments(field.type())).append(')');
		}
		if (!column.type().isEmpty()) {
			text.append(".type(").append(GeneratedClass.quoted(column.type())).append(')');
		}
		if (column.length() != 0 || column.precision() != 0 || column.scale() != 0) {
			text.append(".size(%d, %d, %d)".formatted(column.length(), column.precision(), column.scale()));
		}
		if (!column.defaultValue().isEmpty()) {
			text.append(".defaultsTo(").append(GeneratedClass.quoted(column.defaultValue())).append(')');
		}
		if (!column.details().equals(ColumnDetails.NONE)) {
			text.append(".details(").append(column.details().expression()).append(')');
		}
		if (!column.words().equals(DeclaredWords.NONE)) {
			text.append(".presentation(").append(column.words().expression()).append(')');
		}
	}

	private String arguments(TypeMirror type) {
		if (!(type instanceof DeclaredType declared)) {
			return "";
		}
		return declared.getTypeArguments().stream().map(this::argument).collect(Collectors.joining(", "));
	}

	private String argument(TypeMirror argument) {
		TypeMirror type = argument;
		if (argument instanceof WildcardType wildcard) {
			type = wildcard.getExtendsBound();
		}
		return (type == null || type.getKind() == TypeKind.ERROR) ? "java.lang.Object.class" : literal(type);
	}

	private String relation(DeclaredRelation relation) {
		String by = (relation.setBy() != null) ? ".by(" + literal(relation.setBy()) + ")" : "";
		return "new %s(%s, %s, %s.%s, %s, %s, %s)%s".formatted(EngineNames.RELATION_DESCRIPTION,
				literal(relation.target()), GeneratedClass.quoted(relation.toField()), EngineNames.ON_DELETE_ACTION,
				relation.onDelete(), GeneratedClass.quoted(relation.setValue()),
				quotedOrNull(relation.reverse().accessor()), quotedOrNull(relation.reverse().query()), by);
	}

	private String manyToMany(DeclaredManyToMany relation) {
		Join join = relation.join();
		return "new %s(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)".formatted(EngineNames.MANY_TO_MANY_DESCRIPTION,
				GeneratedClass.quoted(relation.name()), literal(relation.declaredBy()), literal(relation.target()),
				literal(join.through()), join.table().expression(), GeneratedClass.quoted(join.source()),
				GeneratedClass.quoted(join.target()), relation.symmetrical(),
				quotedOrNull(relation.reverse().accessor()), quotedOrNull(relation.reverse().query()));
	}

}
