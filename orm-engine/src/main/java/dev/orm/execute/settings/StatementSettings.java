package dev.orm.execute.settings;

import java.util.List;
import java.util.stream.IntStream;

import dev.orm.render.SettingsText;
import dev.orm.session.SessionSettings;

/**
 * The settings that go with the statements of a runner: what sends them is made once,
 * their values are asked for at each statement. Immutable; thread-safe.
 */
public final class StatementSettings {

	private final SessionSettings settings;

	/** What sends one of them, two, and so on: some are of one database only. */
	private final List<String> texts;

	/**
	 * Make what sends settings.
	 * @param settings the settings
	 */
	public StatementSettings(SessionSettings settings) {
		this.settings = settings;
		this.texts = IntStream.rangeClosed(1, settings.size()).mapToObj(SettingsText::of).toList();
	}

	/**
	 * Take the settings as they are now.
	 * @param database the alias of the database a statement is sent to
	 * @param table the table it is about; empty if nobody knows
	 * @param reads whether the statement is known to change nothing
	 * @return what sends them
	 */
	public SettingsStatement now(String database, String table, boolean reads) {
		if (this.settings.isEmpty()) {
			return SettingsStatement.NONE;
		}
		List<String> values = this.settings.now(database, table, reads);
		return values.isEmpty() ? SettingsStatement.NONE
				: new SettingsStatement(this.texts.get(values.size() / 2 - 1), values);
	}

}
