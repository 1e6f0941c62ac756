package dev.orm.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command in a process of its own, so that the application's classes meet
 * neither Maven's nor those of another run. Terminal and exit code are the command's.
 */
abstract class ManageMojo extends AbstractMojo {

	@Parameter(defaultValue = "${session}", readonly = true, required = true)
	private @Nullable MavenSession session;

	@Parameter(defaultValue = "${project}", readonly = true, required = true)
	private @Nullable MavenProject project;

	/** Where migrations, undo scripts and the journal are. */
	@Parameter(property = "orm.directory", defaultValue = "${project.basedir}/src/main/resources/db")
	private @Nullable File directory;

	/** The words of the command, and its main class. */
	abstract ForkedCommand command(MavenProject project, Map<String, String> options) throws MojoExecutionException;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		MavenProject own = Objects.requireNonNull(this.project);
		Map<String, String> options = ForkedCommand.options(Objects.requireNonNull(this.session).getUserProperties());
		List<SourceScripts> scripts = scripts(own);
		int code = run(command(own, options), own);
		deleteLeftovers(scripts);
		if (code != 0) {
			throw new MojoFailureException("exit " + code);
		}
	}

	private static List<SourceScripts> scripts(MavenProject own) throws MojoExecutionException {
		Path output = Path.of(own.getBuild().getOutputDirectory());
		List<SourceScripts> scripts = new ArrayList<>();
		try {
			for (Resource resource : own.getBuild().getResources()) {
				Path target = (resource.getTargetPath() != null) ? output.resolve(resource.getTargetPath()) : output;
				scripts.add(SourceScripts.in(Path.of(resource.getDirectory()), target));
			}
			return scripts;
		}
		catch (IOException ex) {
			throw new MojoExecutionException("Cannot read the resources: " + ex.getMessage(), ex);
		}
	}

	/**
	 * What a command renamed or deleted would run from the build's output all the same.
	 */
	private static void deleteLeftovers(List<SourceScripts> scripts) throws MojoExecutionException {
		try {
			for (SourceScripts folder : scripts) {
				folder.deleteLeftovers();
			}
		}
		catch (IOException ex) {
			throw new MojoExecutionException(
					"Cannot delete what is left over in the build's output: " + ex.getMessage(), ex);
		}
	}

	File directory() {
		return Objects.requireNonNull(this.directory);
	}

	private int run(ForkedCommand command, MavenProject own) throws MojoExecutionException {
		try {
			boolean interactive = Objects.requireNonNull(this.session).getRequest().isInteractiveMode();
			List<String> words = command.words(own.getRuntimeClasspathElements(), interactive);
			return new ProcessBuilder(words).directory(own.getBasedir()).inheritIO().start().waitFor();
		}
		catch (IOException | DependencyResolutionRequiredException ex) {
			throw new MojoExecutionException("Cannot start the command: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MojoExecutionException("Interrupted", ex);
		}
	}

}
