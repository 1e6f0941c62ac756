package dev.orm.maven;

import java.util.Map;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Puts your migrations after those of the shared branch. Django's
 * {@code makemigrations --merge}.
 */
@Mojo(name = "rebase", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RebaseMojo extends ManageMojo {

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return ForkedCommand.ofFiles("rebase", directory(), options);
	}

}
