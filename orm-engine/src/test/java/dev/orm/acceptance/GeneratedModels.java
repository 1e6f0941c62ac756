package dev.orm.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import dev.orm.model.Model;
import dev.orm.processor.ModelProcessor;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Classes written from models.json and compiled, with the processor, into a temporary
 * folder that goes when this is closed.
 */
final class GeneratedModels implements ModelClasses, AutoCloseable {

	private static final int MESSAGES = 8;

	private final Path folder;

	private final URLClassLoader loader;

	private final List<String> unsupported;

	private GeneratedModels(Path folder, URLClassLoader loader, List<String> unsupported) {
		this.folder = folder;
		this.loader = loader;
		this.unsupported = unsupported;
	}

	/**
	 * Write and compile the classes.
	 * @param catalog the models
	 * @param identities the columns, as {@code table.column}, that the database numbers
	 * @return the classes
	 */
	static GeneratedModels of(ModelCatalog catalog, Set<String> identities) {
		Set<String> unsupported = new LinkedHashSet<>(UnknownOptions.in(catalog.root()));
		List<Source> sources = new ArrayList<>();
		for (CaseModel model : catalog.all()) {
			if (model.hasClass()) {
				String text = new ModelSource(catalog, model, identities, unsupported::add).write();
				sources.add(new Source(model.javaType(), text));
			}
		}
		try {
			Path folder = Files.createTempDirectory("acceptance-models-");
			compile(folder, sources, unsupported);
			URL[] places = { folder.toUri().toURL() };
			URLClassLoader loader = new URLClassLoader(places, GeneratedModels.class.getClassLoader());
			return new GeneratedModels(folder, loader, List.copyOf(unsupported));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write classes", ex);
		}
	}

	private static void compile(Path folder, List<Source> sources, Set<String> unsupported) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		List<String> options = List.of("-d", folder.toString(), "-parameters", "-Xlint:none", "-classpath",
				classPath());
		JavaCompiler.CompilationTask task = compiler.getTask(null, null, problems, options, null, sources);
		task.setProcessors(List.of(new ModelProcessor()));
		if (!task.call()) {
			String messages = problems.getDiagnostics()
				.stream()
				.filter((problem) -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
				.map((problem) -> problem.getMessage(Locale.ROOT))
				.distinct()
				.limit(MESSAGES)
				.collect(Collectors.joining("; "));
			delete(folder);
			throw new UnsupportedCaseException("the models do not compile: " + messages
					+ (unsupported.isEmpty() ? "" : "; " + AcceptanceReport.OPTION + String.join(", ", unsupported)));
		}
	}

	private static String classPath() {
		return Stream
			.of(Model.class, NullMarked.class, PositiveOrZero.class, JsonNode.class, JsonParser.class,
					com.fasterxml.jackson.annotation.JsonFormat.class)
			.map(GeneratedModels::locate)
			.distinct()
			.collect(Collectors.joining(java.io.File.pathSeparator));
	}

	private static String locate(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What models.json asks for that no class can say, each with its model. */
	List<String> unsupported() {
		return this.unsupported;
	}

	@Override
	public Class<? extends Model> of(CaseModel model) {
		try {
			return Class.forName(ModelSource.PACKAGE + "." + model.javaType(), true, this.loader)
				.asSubclass(Model.class);
		}
		catch (ClassNotFoundException ex) {
			throw new UnsupportedCaseException("no class for model " + model.name());
		}
	}

	@Override
	public void close() {
		try {
			this.loader.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(this.folder);
		}
	}

	private static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(java.util.Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A source in memory. */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String type, String text) {
			super(URI.create("string:///" + ModelSource.PACKAGE.replace('.', '/') + "/" + type + ".java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
