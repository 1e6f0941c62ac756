package dev.orm.processor;

import java.io.IOException;
import java.io.Writer;

import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/**
 * One class generated for a model: its text while it is written, and the way to the
 * compiler.
 */
final class GeneratedClass {

	private static final String ANNOTATION = "javax.annotation.processing.Generated";

	private final DeclaredModel model;

	private final String qualifiedName;

	private final SourceText source;

	GeneratedClass(DeclaredModel model, String packageName, String name) {
		this.model = model;
		this.qualifiedName = SourceText.qualified(packageName, name);
		this.source = new SourceText(packageName);
	}

	DeclaredModel model() {
		return this.model;
	}

	SourceText source() {
		return this.source;
	}

	String simpleName() {
		return this.qualifiedName.substring(this.qualifiedName.lastIndexOf('.') + 1);
	}

	String modelName() {
		return TypeText.name(this.model.element());
	}

	void line(String format, Object... arguments) {
		this.source.line(format, arguments);
	}

	/** Begin a method. */
	void method(String signature, Object... arguments) {
		line("");
		line("\t%s {", signature.formatted(arguments));
	}

	/** Begin a method that overrides another. */
	void override(String signature, Object... arguments) {
		line("");
		line("\t@java.lang.Override");
		line("\t%s {", signature.formatted(arguments));
	}

	/** Write a method that overrides another and answers an expression. */
	void answer(String signature, String expression) {
		override("%s", signature);
		line("\t\treturn %s;", expression);
		end();
	}

	/** End what was begun: a method, or a class within this. */
	void end() {
		line("\t}");
	}

	/** Marks the class as generated and silences lint: users cannot change it. */
	void annotations(ModelTypes modelTypes) {
		if (modelTypes.elements().getTypeElement(ANNOTATION) != null) {
			line("@%s(\"%s\")", ANNOTATION, ModelProcessor.class.getName());
		}
		line("@java.lang.SuppressWarnings({ \"all\", \"unchecked\", \"rawtypes\", \"deprecation\", \"removal\", \"cast\", \"serial\", "
				+ "\"NullAway\" })");
	}

	/** The text so far. */
	String text() {
		return this.source.finish(this.model.element());
	}

	void writeTo(Filer filer) throws IOException {
		TypeElement origin = this.model.element();
		try (Writer writer = filer.createSourceFile(this.qualifiedName, origin).openWriter()) {
			writer.write(text());
		}
	}

	static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
	}

}
