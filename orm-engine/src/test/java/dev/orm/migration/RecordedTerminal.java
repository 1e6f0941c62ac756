package dev.orm.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.orm.migration.command.Terminal;

/**
 * A terminal whose answers are given beforehand, and which remembers what it was told.
 */
final class RecordedTerminal implements Terminal {

	private final Deque<String> answers;

	private final StringBuilder said = new StringBuilder();

	RecordedTerminal(String... answers) {
		this.answers = new ArrayDeque<>(List.of(answers));
	}

	@Override
	public void say(String line) {
		this.said.append(line).append('\n');
	}

	@Override
	public Optional<String> ask(String prompt) {
		String answer = this.answers.poll();
		if (answer != null) {
			this.said.append(prompt).append("> ").append(answer).append('\n');
		}
		return Optional.ofNullable(answer);
	}

	String said() {
		return this.said.toString();
	}

}
