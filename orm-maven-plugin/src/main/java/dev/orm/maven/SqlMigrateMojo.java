package dev.orm.maven;

import java.util.Map;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Shows the SQL of a migration. Django's {@code sqlmigrate}. */
@Mojo(name = "sqlmigrate", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class SqlMigrateMojo extends ManageMojo {

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return ForkedCommand.ofFiles("sqlmigrate", directory(), options);
	}

}
