package dev.orm.boot.migration;

/**
 * An application event: what is pending is about to run on a database, if anything is.
 * Django's {@code pre_migrate}. As {@link AfterMigrate} it is published while the
 * application starts.
 *
 * @param database the alias of the database
 * @param url its URL, as its connection says it
 */
public record BeforeMigrate(String database, String url) {

}
