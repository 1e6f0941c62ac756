package dev.orm.boot.databases;

/**
 * What happens to pending migrations.
 *
 * @since 0.1.0
 */
public enum AtStartup {

	/** They run. */
	APPLY,
	/** The application does not start while there are any. */
	VERIFY,
	/** Nothing. */
	OFF

}
