package dev.orm.boot.migration;

import java.util.List;

/**
 * An application event: migrations ran on a database, or none was pending. Django's
 * {@code post_migrate}. It is published while the application starts, before most beans
 * are there; a listener that needs them waits for the application to be ready.
 *
 * @param database the alias of the database
 * @param url its URL, as its connection says it
 * @param applied the migrations that ran, in that order
 */
public record AfterMigrate(String database, String url, List<String> applied) {

	public AfterMigrate {
		applied = List.copyOf(applied);
	}

}
