package dev.orm.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * For whom threads work, and settings of the database's session that go with each
 * statement, in one exchange with the server, and end with its transaction: nothing stays
 * on the connection. Read in SQL by {@code current_setting('app.user', true)}, in
 * policies by {@code Meta.setting}. Immutable; thread-safe.
 */
public final class SessionSettings {

	/** No statement is sent with any. */
	public static final SessionSettings NONE = new SessionSettings(TenantResolver.NONE, null, List.of(), true);

	private final TenantResolver resolver;

	private final @Nullable TenantPath path;

	private final List<Setting> settings;

	/** Whether transactions are told, too, as they begin. */
	private final boolean atBegin;

	private SessionSettings(TenantResolver resolver, @Nullable TenantPath path, List<Setting> settings,
			boolean atBegin) {
		this.resolver = resolver;
		this.path = path;
		this.settings = List.copyOf(settings);
		this.atBegin = atBegin;
	}

	/**
	 * Say for whom threads work, where models have a {@code @TenantId}.
	 * @param asked says it
	 * @return a copy
	 */
	public SessionSettings tenants(TenantResolver asked) {
		return new SessionSettings(asked, this.path, this.settings, this.atBegin);
	}

	/**
	 * Say that each tenant has a schema of its own.
	 * @param tables where its tables are
	 * @return a copy
	 */
	public SessionSettings schemas(TenantPath tables) {
		return new SessionSettings(this.resolver, tables, this.settings, this.atBegin);
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
			throw new QueryValueException(
					"'%s' is no name of a setting: it is two words with a dot between".formatted(name),
					Subject.ofArgument("name"));
		}
		return with(new Setting(name, null, (table) -> value.get(), false));
	}

	/**
	 * Add a setting that goes with statements that may write only.
	 * @param name its name, two words with a dot between, such as {@code orm.user}
	 * @param value asked at each such statement, on its thread; null for none
	 * @return a copy
	 */
	public SessionSettings writing(String name, Supplier<? extends @Nullable Object> value) {
		return with(new Setting(name, null, (table) -> value.get(), true));
	}

	/**
	 * Choose whether a transaction is told, too, as it begins: statements that the ORM
	 * did not send need it, and it takes a round trip.
	 * @param told whether it is, as it is by default
	 * @return a copy
	 */
	public SessionSettings atBegin(boolean told) {
		return new SessionSettings(this.resolver, this.path, this.settings, told);
	}

	/**
	 * Return whether transactions are told as they begin.
	 * @return false if only statements of the ORM are
	 */
	public boolean isAtBegin() {
		return this.atBegin;
	}

	private SessionSettings with(Setting setting) {
		List<Setting> more = new ArrayList<>(this.settings);
		more.add(setting);
		return new SessionSettings(this.resolver, this.path, more, this.atBegin);
	}

	/**
	 * Add what keeps tenants apart.
	 * @param tenants for whom threads work
	 * @param guarded whether policies ask for the tenant
	 * @return a copy
	 */
	public SessionSettings of(Tenants tenants, boolean guarded) {
		SessionSettings all = guarded ? and(Tenants.SETTING, tenants::setting) : this;
		TenantPath tables = this.path;
		return (tables != null)
				? all.with(
						new Setting(TenantPath.SETTING, tables.database(), (table) -> tables.of(tenants, table), false))
				: all;
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
	 * Return what the settings are now, for a statement.
	 * @param database the alias of the database it is sent to
	 * @param table the table it is about, behind its schema and a dot if it has one;
	 * empty if nobody knows
	 * @param reads whether the statement is known to change nothing
	 * @return each name, followed by its value
	 * @throws NoTenantException if the table is a tenant's, and nobody knows whose
	 */
	public List<String> now(String database, String table, boolean reads) {
		List<String> now = new ArrayList<>(this.settings.size() * 2);
		for (Setting setting : this.settings) {
			if (setting.isOf(database) && !(reads && setting.writing())) {
				Object value = setting.value().apply(table);
				now.add(setting.name());
				now.add((value != null) ? value.toString() : "");
			}
		}
		return now;
	}

	/**
	 * A setting.
	 *
	 * @param name its name
	 * @param database the database that has it; null for all
	 * @param value asked at each statement, by its table
	 * @param writing whether it goes with statements that may write only
	 */
	private record Setting(String name, @Nullable String database, Function<String, ? extends @Nullable Object> value,
			boolean writing) {

		boolean isOf(String alias) {
			return this.database == null || this.database.equals(alias);
		}

	}

}
