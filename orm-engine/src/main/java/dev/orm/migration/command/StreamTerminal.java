package dev.orm.migration.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The terminal of a process. Used by one thread. */
public final class StreamTerminal implements Terminal {

	/** Commands about a step that waits, which has a name only. */
	private static final Set<String> NAMED = Set.of("contract", "discard");

	private final Appendable out;

	private final @Nullable BufferedReader in;

	private final boolean maven;

	/**
	 * Create a terminal.
	 * @param out where it speaks
	 * @param in where answers come from; null if nobody is there
	 * @param maven whether Maven is the door, whose options begin with {@code -D}
	 */
	public StreamTerminal(Appendable out, @Nullable BufferedReader in, boolean maven) {
		this.out = out;
		this.in = in;
		this.maven = maven;
	}

	/**
	 * Return the terminal of this process. Answers are read from its input if the system
	 * property {@code orm.interactive} says so.
	 * @param asks whether they are where the property says nothing
	 * @return the terminal, of Maven if the system property {@code orm.maven} says so
	 */
	public static StreamTerminal ofProcess(boolean asks) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		boolean interactive = Boolean.parseBoolean(System.getProperty("orm.interactive", String.valueOf(asks)));
		BufferedReader in = new BufferedReader(
				new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
		return new StreamTerminal(out, interactive ? in : null, Boolean.getBoolean("orm.maven"));
	}

	/**
	 * Return whether somebody sits at this process: both what it reads and what it writes
	 * is a terminal. A job, a pipe or a container without one is nobody.
	 * @return true if somebody can be asked
	 */
	// before 22 there is no console where there is no terminal
	@SuppressWarnings("SystemConsoleNull")
	public static boolean isAttended() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			// from 22 on there is a console in any case, which says itself what it is
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	@Override
	public void say(String line) {
		write(line + System.lineSeparator());
	}

	private void write(String text) {
		try {
			this.out.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Optional<String> ask(String prompt) {
		if (this.in == null) {
			return Optional.empty();
		}
		write(prompt + "> ");
		try {
			return Optional.ofNullable(this.in.readLine()).map(String::strip);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String option(String name, String value) {
		return this.maven ? "-D" + name + (value.isEmpty() ? "" : "=" + value) : Terminal.super.option(name, value);
	}

	@Override
	public String command(String command) {
		if (!this.maven) {
			return command;
		}
		int end = command.indexOf(' ');
		return (end < 0) ? "./mvnw orm:" + command : goal(command.substring(0, end), command.substring(end + 1));
	}

	/** What a command is about is an option of its goal. */
	private static String goal(String name, String word) {
		if (word.startsWith("--")) {
			return "./mvnw orm:" + name + " -D" + word.substring(2);
		}
		return "./mvnw orm:" + name + (NAMED.contains(name) ? " -Dname=" : " -Dto=") + word;
	}

}
