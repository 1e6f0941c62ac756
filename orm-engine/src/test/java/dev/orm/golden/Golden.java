package dev.orm.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the statements some work sends with the recorded ones. As they were sent,
 * PostgreSQL has accepted them.
 */
final class Golden {

	private static final Path FOLDER = Path.of("src/test/resources/golden");

	private static final boolean UPDATES = Boolean.getBoolean("golden.update");

	private Golden() {
	}

	/**
	 * Check the statements of some work.
	 * @param name topic and name of the file, without its ending
	 * @param work what sends them
	 */
	static void check(String name, Runnable work) {
		List<QueryEvent> events = QueryLog.capture(work).events();
		String actual = events.stream().map(Golden::statement).collect(Collectors.joining("\n"));
		Path file = FOLDER.resolve(name + ".sql");
		if (UPDATES) {
			record(file, actual);
		}
		assertThat(actual).as("%s; record it anew with -Dgolden.update=true", file).isEqualTo(recorded(file));
	}

	private static String statement(QueryEvent event) {
		String values = event.values().isEmpty() ? "" : "-- " + event.values() + "\n";
		return SqlLayout.of(event.sql()) + "\n" + values;
	}

	private static void record(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Work that sends nothing has an empty file: one that is missing was never looked at.
	 */
	private static String recorded(Path file) {
		assertThat(file).as("record it with -Dgolden.update=true").exists();
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
