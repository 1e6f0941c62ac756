package dev.orm.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Does to folders of migrations what git does to them. */
final class GitBranches {

	private GitBranches() {
	}

	/** Begin a branch: what is there already stays. */
	static void branch(Path from, Path to) throws IOException {
		try (Stream<Path> paths = Files.walk(from)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				Path target = to.resolve(from.relativize(path));
				Files.createDirectories(target.getParent());
				if (!Files.exists(target)) {
					Files.copy(path, target);
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** Leave what git leaves when both sides appended to the journal. */
	static void conflict(Path theirs, Path yours) throws IOException {
		String head = Files.readString(theirs.resolve("schema.journal"));
		String own = Files.readString(yours.resolve("schema.journal"));
		int same = 0;
		while (same < Math.min(head.length(), own.length()) && head.charAt(same) == own.charAt(same)) {
			same++;
		}
		same = head.lastIndexOf('\n', same) + 1;
		branch(theirs, yours);
		Files.writeString(yours.resolve("schema.journal"), head.substring(0, same) + "<<<<<<< HEAD\n"
				+ head.substring(same) + "=======\n" + own.substring(same) + ">>>>>>> yours\n");
	}

	/** Commit all there is. */
	static void commit(Path clone) throws IOException, InterruptedException {
		git(clone, "add", ".");
		git(clone, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit",
				"--quiet", "--message=migrations");
	}

	/** Let git do something that works. */
	static void git(Path place, String... words) throws IOException, InterruptedException {
		assertThat(exitCode(place, words)).as("git %s", List.of(words)).isZero();
	}

	/** Let git try something. */
	static int exitCode(Path place, String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(List.of(words));
		return new ProcessBuilder(command).directory(place.toFile())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.DISCARD)
			.start()
			.waitFor();
	}

}
