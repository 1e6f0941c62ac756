package dev.orm.maven;

import java.util.Map;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes the SQL that brings the schema to what the models say. Django's
 * {@code makemigrations}.
 */
@Mojo(name = "makemigrations", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class MakeMigrationsMojo extends ManageMojo {

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return ForkedCommand.ofFiles("makemigrations", directory(), options);
	}

}
