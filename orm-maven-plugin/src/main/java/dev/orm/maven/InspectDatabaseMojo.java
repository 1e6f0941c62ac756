package dev.orm.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the classes of models for tables that are there. Django's {@code inspectdb}. */
@Mojo(name = "inspectdb", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class InspectDatabaseMojo extends ApplicationMojo {

	@Override
	String name() {
		return "inspectdb";
	}

}
