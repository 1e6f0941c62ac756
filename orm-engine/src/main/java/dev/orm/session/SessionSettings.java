package dev.orm.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.error.OrmException;
import org.jspecify.annotations.Nullable;

/**
 * For whom threads work, and settings of the database's session that go with each
 * statement, in one exchange with the server, and end with its transaction: nothing stays
 * on the connection. Read in SQL by {@code current_setting('app.user', true)}, in
 * policies by {@code Meta.setting}. Immutable; thread-safe.
 */
public final class SessionSettings {

	/** No statement is sent with any. */
	public static final SessionSettings NONE = new SessionSettings(TenantResolver.NONE, List.of());

	private final TenantResolver resolver;

	private final List<Setting> settings;

	private SessionSettings(TenantResolver resolver, List<Setting> settings) {
		this.resolver = resolver;
		this.settings = List.copyOf(settings);
	}

	/**
	 * Say for whom threads work, where models have a {@code @TenantId}.
	 * @param asked says it
	 * @return a copy
	 */
	public SessionSettings tenants(TenantResolver asked) {
		return new SessionSettings(asked, this.settings);
	}

	/**
	 * Return who says for whom threads work.
	 * @return the resolver
	 */
	public TenantResolver resolver() {
		return this.resolver;
	}

	/**
	 * Add a setting.
	 * @param name its name, two words with a dot between, such as {@code app.user}
	 * @param value asked at each statement, on its thread; null for none
	 * @return a copy
	 * @throws OrmException if no setting can have that name
	 */
	public SessionSettings and(String name, Supplier<? extends @Nullable Object> value) {
		if (!name.matches("\\w+\\.\\w+")) {
			throw new OrmException("'%s' is no name of a setting: it is two words with a dot between".formatted(name));
		}
		List<Setting> more = new ArrayList<>(this.settings);
		more.add(new Setting(name, value));
		return new SessionSettings(this.resolver, more);
	}

	/**
	 * Add the setting that keeps tenants apart.
	 * @param tenants for whom threads work
	 * @return a copy
	 */
	public SessionSettings and(Tenants tenants) {
		return and(Tenants.SETTING, tenants::setting);
	}

	/**
	 * Return whether there are none.
	 * @return true if statements are sent alone
	 */
	public boolean isEmpty() {
		return this.settings.isEmpty();
	}

	/**
	 * Return how many there are.
	 * @return the number, that of tenants included
	 */
	public int size() {
		return this.settings.size();
	}

	/**
	 * Return what the settings are now.
	 * @return each name, followed by its value
	 */
	public List<String> now() {
		List<String> now = new ArrayList<>(this.settings.size() * 2);
		for (Setting setting : this.settings) {
			Object value = setting.value().get();
			now.add(setting.name());
			now.add((value != null) ? value.toString() : "");
		}
		return now;
	}

	/**
	 * A setting.
	 *
	 * @param name its name
	 * @param value asked at each statement
	 */
	private record Setting(String name, Supplier<? extends @Nullable Object> value) {

	}

}
