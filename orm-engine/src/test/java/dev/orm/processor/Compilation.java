package dev.orm.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import dev.orm.model.Model;
import org.jspecify.annotations.NullMarked;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;

/**
 * A run of the compiler with the processor over sources given as text.
 *
 * @param output where classes and generated sources went
 * @param messages errors and warnings: kind, the place in the source and the text
 */
record Compilation(Path output, List<String> messages) {

	private static final String IMPORTS = "import dev.orm.annotation.*; import dev.orm.model.*; import java.util.*; ";

	private static final Pattern TYPE = Pattern.compile("(?U)(?:class|@?interface|enum) (\\w+)");

	/** Compile classes of package {@code shop}; the engine's imports are added. */
	static Compilation of(Path output, String... classes) {
		String[] sources = Arrays.stream(classes)
			.map((text) -> "package shop; " + IMPORTS + text)
			.toArray(String[]::new);
		return ofSources(output, List.of("-Xlint:all,-processing", "-Werror"), sources);
	}

	/** Compile whole source files. */
	static Compilation ofSources(Path output, List<String> options, String... sources) {
		return ofSources(output, options, List.of(new ModelProcessor()), sources);
	}

	/** Compile whole source files with other processors too. */
	static Compilation ofSources(Path output, List<String> options, List<Processor> processors, String... sources) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		List<String> all = new ArrayList<>(options);
		all.addAll(List.of("-d", output.toString(), "-classpath", classPath(output)));
		JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics, all, null,
				Arrays.stream(sources).map(Source::new).toList());
		task.setProcessors(processors);
		task.call();
		return new Compilation(output, diagnostics.getDiagnostics().stream().map(Compilation::message).toList());
	}

	private static String classPath(Path output) {
		return Stream
			.of(locate(Model.class), locate(NullMarked.class), locate(DataAccessException.class),
					locate(NestedRuntimeException.class), output)
			.map(Path::toString)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Path locate(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
		return diagnostic.getKind() + " at " + place(diagnostic) + ": " + diagnostic.getMessage(Locale.ROOT);
	}

	/** The word the compiler points at. */
	private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
		if (diagnostic.getSource() == null || diagnostic.getPosition() < 0) {
			return "nowhere";
		}
		try {
			String text = diagnostic.getSource().getCharContent(true).toString();
			Matcher word = Pattern.compile("\\w+").matcher(text);
			String rest = word.find((int) diagnostic.getPosition()) ? word.group() : "";
			Matcher type = TYPE.matcher(text.substring((int) diagnostic.getPosition()));
			boolean pointsAtModifier = List.of("public", "final", "abstract", "static", "class", "interface", "private")
				.contains(rest);
			return (pointsAtModifier && type.find()) ? type.group(1) : rest;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The text of a generated source or resource. */
	String generated(String name) {
		try {
			return Files.readString(this.output.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A source in memory. */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///" + name(text)), Kind.SOURCE);
			this.text = text;
		}

		private static String name(String text) {
			Matcher type = TYPE.matcher(text);
			if (text.endsWith(" package shop;")) {
				return "package-info.java";
			}
			if (!type.find()) {
				throw new IllegalArgumentException("No type in " + text);
			}
			return type.group(1) + ".java";
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
