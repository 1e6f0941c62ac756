package dev.orm.maven;

import java.util.Map;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Gives a migration written by hand its entry in the journal. */
@Mojo(name = "record", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RecordMojo extends ManageMojo {

	@Override
	ForkedCommand command(MavenProject project, Map<String, String> options) {
		return ForkedCommand.ofFiles("record", directory(), options);
	}

}
