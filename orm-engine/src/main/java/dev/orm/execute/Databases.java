package dev.orm.execute;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.IllegalQueryException;

/** The databases of the application, by alias. Immutable. */
public final class Databases {

	private final Map<String, Database> byAlias = new LinkedHashMap<>();

	/**
	 * Create the collection.
	 * @param databases the databases
	 */
	public Databases(Collection<Database> databases) {
		databases.forEach((database) -> this.byAlias.put(database.alias(), database));
	}

	/**
	 * Create the collection.
	 * @param databases the databases
	 * @return the databases
	 */
	public static Databases of(Database... databases) {
		return new Databases(Arrays.asList(databases));
	}

	/**
	 * Return a database.
	 * @param alias its alias
	 * @return the database
	 * @throws IllegalQueryException if there is none of this alias
	 */
	public Database get(String alias) {
		Database database = this.byAlias.get(alias);
		if (database == null) {
			throw new IllegalQueryException(
					"Unknown database '" + alias + "'. Choices are: " + String.join(", ", this.byAlias.keySet()));
		}
		return database;
	}

	/**
	 * Return whether there is only one, so that nothing can be of another.
	 * @return true if there is
	 */
	public boolean isOne() {
		return this.byAlias.size() == 1;
	}

	/**
	 * Return all databases.
	 * @return the databases, in the order given
	 */
	public List<Database> all() {
		return List.copyOf(this.byAlias.values());
	}

}
