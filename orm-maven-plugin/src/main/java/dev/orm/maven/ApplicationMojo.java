package dev.orm.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Runs a command in the application, which knows its database. */
abstract class ApplicationMojo extends ManageMojo {

	private static final String MARK = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

	/** The application's main class; found where there is only one. */
	@Parameter(property = "orm.main-class", defaultValue = "${start-class}")
	private @Nullable String mainClass;

	/** Its name in the command language. */
	abstract String name();

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) throws MojoExecutionException {
		String main = (this.mainClass != null) ? this.mainClass
				: find(Path.of(project.getBuild().getOutputDirectory()));
		return ForkedCommand.ofApplication(name(), main, options);
	}

	/** The one class that says it is the application. */
	static String find(Path classes) throws MojoExecutionException {
		try (Stream<Path> files = Files.walk(classes)) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(".class"))
				.filter(ApplicationMojo::isApplication)
				.toList();
			if (found.size() != 1) {
				throw new MojoExecutionException(
						"Which class is the application? Found %s; name one by -Dorm.main-class"
							.formatted(found.isEmpty() ? "none" : found));
			}
			String name = classes.relativize(found.get(0)).toString();
			return name.substring(0, name.length() - ".class".length()).replace('/', '.').replace('\\', '.');
		}
		catch (IOException ex) {
			throw new MojoExecutionException("Cannot read " + classes, ex);
		}
	}

	private static boolean isApplication(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
