package dev.orm.boot.migration;

import java.util.List;

/**
 * An application event: migrations ran on a database, or none was pending. Django's
 * {@code post_migrate}. It is published while the application starts, before most beans
 * are there; a listener that needs them waits for the application to be ready.
 *
 * @param url the database, as its connection says it
 * @param applied the migrations that ran, in that order
 */
public record AfterMigrate(String url, List<String> applied) {

	public AfterMigrate {
		applied = List.copyOf(applied);
	}

}
