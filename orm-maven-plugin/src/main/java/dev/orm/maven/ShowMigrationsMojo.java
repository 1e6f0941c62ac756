package dev.orm.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists migrations and whether they ran. Django's {@code showmigrations}. */
@Mojo(name = "showmigrations", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ShowMigrationsMojo extends ApplicationMojo {

	@Override
	String name() {
		return "showmigrations";
	}

}
