package dev.orm.migration.manage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The terminal of a process. Used by one thread. */
public final class StreamTerminal implements Terminal {

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
		int end = command.indexOf(' ');
		String name = (end < 0) ? command : command.substring(0, end);
		return this.maven ? "./mvnw orm:" + name : command;
	}

}
