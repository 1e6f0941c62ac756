package dev.orm.execute.settings;

import dev.orm.render.SettingsText;
import dev.orm.session.SessionSettings;

/**
 * The settings that go with the statements of a runner: what sends them is made once,
 * their values are asked for at each statement. Immutable; thread-safe.
 */
public final class StatementSettings {

	private final SessionSettings settings;

	private final String text;

	/**
	 * Make what sends settings.
	 * @param settings the settings
	 */
	public StatementSettings(SessionSettings settings) {
		this.settings = settings;
		this.text = settings.isEmpty() ? "" : SettingsText.of(settings.size());
	}

	/**
	 * Take the settings as they are now.
	 * @return what sends them
	 */
	public SettingsStatement now() {
		return this.settings.isEmpty() ? SettingsStatement.NONE : new SettingsStatement(this.text, this.settings.now());
	}

}
