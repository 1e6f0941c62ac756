package dev.orm.boot.test;

import java.util.List;

import dev.orm.error.OrmException;

/**
 * A test used a database that its annotation does not list.
 *
 * @since 0.1.0
 */
public class UnlistedDatabaseException extends OrmException {

	private final String alias;

	UnlistedDatabaseException(String alias, List<String> listed) {
		super("""
				The test uses database '%s', and lists only %s.
				  hint: @OrmTest(databases = { .., "%s" })""".formatted(alias, String.join(", ", listed), alias));
		this.alias = alias;
	}

	/**
	 * Return the database.
	 * @return its alias
	 */
	public String alias() {
		return this.alias;
	}

}
