package dev.orm.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build where models, journal and files do not tell one story. Django's
 * {@code makemigrations --check}. Where they do, a stamp among the compiled resources
 * says so: run before the jar is made, it spares the application the comparison at its
 * start.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
		requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CheckMojo extends ManageMojo {

	private static final Set<String> WHOSE = Set.of("database", "library");

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return command(directory(), options, stamp(project));
	}

	/** Of what a user set, whose migrations are meant. */
	static ForkedCommand command(File directory, Map<String, String> options, Optional<Path> stamp) {
		Map<String, String> own = new TreeMap<>(options);
		own.keySet().retainAll(WHOSE);
		if (!own.containsKey("library")) {
			// it is the application's start that reads the stamp
			stamp.ifPresent((file) -> own.put("stamp", file.toString()));
		}
		return ForkedCommand.ofFiles("check", directory, own);
	}

	/** Beside the copy of the journal that the jar takes. */
	private Optional<Path> stamp(MavenProject project) {
		Path folder = directory().toPath();
		return project.getResources()
			.stream()
			.map((resource) -> Path.of(resource.getDirectory()))
			.filter(folder::startsWith)
			.findFirst()
			.map((root) -> Path.of(project.getBuild().getOutputDirectory())
				.resolve(root.relativize(folder))
				.resolve("schema.stamp"));
	}

}
