package dev.orm.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the application's database to a version: the newest, or {@code -Dto=0007}.
 * Django's {@code migrate}.
 */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class MigrateMojo extends ApplicationMojo {

	@Override
	String name() {
		return "migrate";
	}

}
