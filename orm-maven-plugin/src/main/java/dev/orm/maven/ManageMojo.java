package dev.orm.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
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
		int code = run(command(own, options), own);
		if (code != 0) {
			throw new MojoFailureException("exit " + code);
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
