package dev.orm.processor;

import java.util.Collection;
import java.util.List;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

import dev.orm.processor.DeclaredField.ColumnOptions;
import dev.orm.processor.DeclaredManyToMany.Join;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the source code says of a model as one line of the index, so that an
 * application can start without loading the classes that were generated for it. Words
 * stand between tabs, in the order of the engine's records.
 */
final class IndexLine {

	private static final String NULL = "\\N";

	private final ModelTypes types;

	private final DeclaredModel model;

	private final StringBuilder text = new StringBuilder();

	IndexLine(ModelTypes types, DeclaredModel model) {
		this.types = types;
		this.model = model;
	}

	/**
	 * Return the line. One whose choices only code can tell has the name of the class and
	 * nothing else: the engine asks the binding.
	 * @param digest tells the model from what it was; empty if that is not known
	 * @param untold letters of what the line does not say, for the engine's Untold
	 */
	String write(String digest, String untold) {
		this.text.append((binaryName(this.model.element()) + " " + digest).strip());
		if (this.model.fields().stream().anyMatch(IndexLine::hasChoicesByCode)) {
			return this.text.toString();
		}
		word(untold);
		word(this.model.group());
		table(this.model.table());
		type(this.model.parent());
		type(this.model.proxyOf());
		words(this.model.options().ordering());
		words(this.model.options().getLatestBy());
		number(this.model.options().uniqueTogether());
		this.model.options().uniqueTogether().forEach(this::words);
		number(this.model.fields());
		this.model.fields().forEach(this::field);
		number(this.model.manyToMany());
		this.model.manyToMany().forEach(this::manyToMany);
		options(this.model.options().table());
		generics(DeclaredGenerics.of(this.model));
		return this.text.toString();
	}

	private static boolean hasChoicesByCode(DeclaredField field) {
		TypeElement choices = field.column().details().choices();
		return choices != null && choices.getKind() != ElementKind.ENUM;
	}

	private void word(@Nullable String word) {
		this.text.append('\t').append((word != null) ? escaped(word) : NULL);
	}

	private static String escaped(String word) {
		return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

	private void words(List<String> words) {
		number(words);
		words.forEach(this::word);
	}

	private void number(Collection<?> all) {
		word(String.valueOf(all.size()));
	}

	private void type(@Nullable TypeElement type) {
		word((type != null) ? binaryName(type) : null);
	}

	private String binaryName(TypeElement type) {
		return this.types.elements().getBinaryName(type).toString();
	}

	private String binaryName(TypeMirror type) {
		TypeMirror erased = this.types.types().erasure(type);
		if (erased instanceof ArrayType array) {
			return binaryName(array.getComponentType()) + "[]";
		}
		return (erased instanceof DeclaredType declared) ? binaryName((TypeElement) declared.asElement())
				: TypeText.of(erased);
	}

	private void table(DeclaredTable table) {
		word(table.schema());
		word(table.name());
	}

	/** What most fields do not say is left out; letters tell what follows. */
	private void field(DeclaredField field) {
		ColumnOptions column = field.column();
		List<TypeMirror> arguments = (field.relation() == null) ? arguments(field.type()) : List.of();
		word(field.name());
		word(column.name());
		word(binaryName(field.type()));
		word(String.join(",", column.flags()));
		word(letters(field, !arguments.isEmpty()));
		if (!arguments.isEmpty()) {
			words(arguments.stream().map(this::argument).toList());
		}
		column(column);
		if (field.relation() != null) {
			relation(field.relation());
		}
	}

	private static String letters(DeclaredField field, boolean arguments) {
		ColumnOptions column = field.column();
		return (arguments ? "a" : "") + (column.type().isEmpty() ? "" : "t") + (hasSize(column) ? "s" : "")
				+ (column.defaultValue().isEmpty() ? "" : "v")
				+ (column.details().equals(ColumnDetails.NONE) ? "" : "d")
				+ (column.words().equals(DeclaredWords.NONE) ? "" : "w") + ((field.relation() != null) ? "r" : "");
	}

	private static boolean hasSize(ColumnOptions column) {
		return column.length() != 0 || column.precision() != 0 || column.scale() != 0;
	}

	private void column(ColumnOptions column) {
		if (!column.type().isEmpty()) {
			word(column.type());
		}
		if (hasSize(column)) {
			word(column.length() + "," + column.precision() + "," + column.scale());
		}
		if (!column.defaultValue().isEmpty()) {
			word(column.defaultValue());
		}
		if (!column.details().equals(ColumnDetails.NONE)) {
			details(column.details());
		}
		if (!column.words().equals(DeclaredWords.NONE)) {
			presentation(column.words());
		}
	}

	private static List<TypeMirror> arguments(TypeMirror type) {
		return (type instanceof DeclaredType declared) ? List.copyOf(declared.getTypeArguments()) : List.of();
	}

	private String argument(TypeMirror argument) {
		TypeMirror type = (argument instanceof WildcardType wildcard) ? wildcard.getExtendsBound() : argument;
		return (type == null || type.getKind() == TypeKind.ERROR) ? "java.lang.Object" : binaryName(type);
	}

	private void details(ColumnDetails details) {
		word(details.base());
		word(details.dbDefault());
		word(details.comment());
		word(details.collation());
		word(details.computed());
		word(String.valueOf(details.stored()));
		words(details.limits()
			.stream()
			.map((limit) -> limit.subject() + " " + limit.operator() + " " + limit.number())
			.toList());
		type(details.choices());
	}

	private void presentation(DeclaredWords words) {
		word(words.label());
		word(words.plural());
		word(words.help());
	}

	private void relation(DeclaredRelation relation) {
		type(relation.target());
		word(relation.toField());
		word(relation.onDelete());
		word(relation.setValue());
		type(relation.setBy());
		word(relation.reverse().accessor());
		word(relation.reverse().query());
	}

	private void manyToMany(DeclaredManyToMany relation) {
		Join join = relation.join();
		word(relation.name());
		type(relation.declaredBy());
		type(relation.target());
		type(join.through());
		table(join.table());
		word(join.source());
		word(join.target());
		word(String.valueOf(relation.symmetrical()));
		word(relation.reverse().accessor());
		word(relation.reverse().query());
	}

	private void options(DeclaredTableOptions options) {
		word(options.comment());
		word(String.valueOf(options.managed()));
		word(String.valueOf(options.readOnly()));
		presentation(options.words());
		word(options.database());
	}

	private void generics(DeclaredGenerics generics) {
		number(generics.keys());
		generics.keys().forEach((key) -> {
			word(key.name());
			number(key.targets());
			key.targets().forEach(this::type);
		});
		number(generics.relations());
		generics.relations().forEach((back) -> {
			word(back.name());
			type(back.source());
			word(back.genericKey());
		});
	}

	/** Return the name of the model a line is of. */
	static String model(String line) {
		return line.split("[ \t]", 2)[0];
	}

}
