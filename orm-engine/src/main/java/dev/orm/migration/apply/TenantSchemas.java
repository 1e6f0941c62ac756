package dev.orm.migration.apply;

import java.util.List;

/**
 * Knows the schemas that hold the tables of one tenant each; a bean of the application.
 * All have the same migrations. Thread-safe.
 */
@FunctionalInterface
public interface TenantSchemas {

	/**
	 * Return the schemas of a database.
	 * @param database the alias of the database
	 * @return the schemas, in the order in which they are migrated; none if the database
	 * has one schema only
	 */
	List<String> schemas(String database);

}
