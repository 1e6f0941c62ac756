package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Models may be named like anything that generated code mentions. */
class ClashingNameTests {

	/** Types of {@code java.lang}, which Java sources see without an import. */
	private static final List<String> JAVA_LANG = List.of("Appendable", "ArithmeticException", "AssertionError",
			"AutoCloseable", "Boolean", "Byte", "CharSequence", "Character", "Class", "ClassLoader", "Comparable",
			"Deprecated", "Double", "Enum", "Error", "Exception", "Float", "FunctionalInterface",
			"IllegalArgumentException", "IllegalStateException", "IndexOutOfBoundsException", "Integer", "Iterable",
			"Long", "Math", "Module", "NullPointerException", "Number", "Object", "Override", "Package", "Process",
			"Record", "ReflectiveOperationException", "Runnable", "Runtime", "RuntimeException", "SafeVarargs", "Short",
			"String", "StringBuilder", "SuppressWarnings", "System", "Thread", "Throwable",
			"UnsupportedOperationException");

	/** Types of the engine and the JDK that generated code uses. */
	private static final List<String> USED = List.of("ArrayColumn", "BooleanColumn", "Column", "DateColumn",
			"DeferredInstance", "EntityBinding", "FieldDescription", "ForeignKey", "Generated", "JsonColumn", "List",
			"ManyToMany", "ManyToManyDescription", "MethodHandles", "Model", "ModelDescription", "NumberColumn",
			"OnDeleteAction", "OneToOne", "R", "RelationColumn", "RelationDescription", "RowReader", "StringColumn",
			"UUID", "VarHandle");

	/** Attributes and accessors of each kind, none of them by a name that may clash. */
	private static final String BODY = """
			@dev.orm.annotation.Id private java.lang.Long id;
			private java.lang.String name;
			private boolean open;
			private java.lang.Integer size;
			private java.util.UUID token;
			private java.time.LocalDate day;
			private java.util.List<java.lang.String> words;
			@dev.orm.annotation.Json private java.lang.Object document;
			@dev.orm.annotation.OnDelete(dev.orm.annotation.OnDeleteAction.CASCADE)
			private dev.orm.model.ForeignKey<%1$s> parent;
			@dev.orm.annotation.RelatedName("+") private dev.orm.ManyToMany<%1$s> others;
			public java.lang.String getName() throws java.lang.Exception { return this.name; }
			public void setName(java.lang.String name) { this.name = name; }
			""";

	@TempDir
	private Path output;

	static Stream<List<String>> names() {
		return Stream.of(JAVA_LANG, USED);
	}

	@ParameterizedTest
	@MethodSource("names")
	void modelsOfThePackageMayHaveThem(List<String> names) {
		assertCompiles(names.stream().map((name) -> "public class " + name + model(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void modelsThatOnlyThePackageSeesMayHaveThem(List<String> names) {
		assertCompiles(names.stream().map((name) -> "class " + name + model(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void modelsNestedInAModelMayHaveThem(List<String> names) {
		String nested = names.stream()
			.map((name) -> "@dev.orm.annotation.Table static class " + name + model(name))
			.reduce("", String::concat);
		assertCompiles(Stream.of("class Outer" + model("Outer").replace("{", "{ " + nested)));
	}

	@Test
	void aClassThatIsNoModelMayHaveThem() {
		assertCompiles(Stream.concat(JAVA_LANG.stream().map((name) -> "class " + name + " { }"),
				Stream.of("class Product" + model("Product"))));
	}

	private static String model(String name) {
		return " extends dev.orm.model.Model {\n" + BODY.formatted(name) + "}\n";
	}

	private void assertCompiles(Stream<String> classes) {
		String[] sources = classes
			.map((text) -> "package shop;\n" + (text.contains("extends") ? "@dev.orm.annotation.Table " : "") + text)
			.toArray(String[]::new);
		Compilation compilation = Compilation.ofSources(this.output, List.of("-Xlint:all,-processing", "-Werror"),
				sources);
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated(IndexWriter.RESOURCE)).contains("shop.");
	}

}
