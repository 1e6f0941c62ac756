package dev.orm.maven;

import java.util.Map;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build where models, journal and files do not tell one story. Django's
 * {@code makemigrations --check}.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresDependencyResolution = ResolutionScope.RUNTIME,
		threadSafe = true)
public final class CheckMojo extends ManageMojo {

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return ForkedCommand.ofFiles("check", directory(), Map.of());
	}

}
