package dev.orm.boot.databases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.execute.Database;

import org.springframework.util.StringUtils;

/**
 * The names of what belongs to a database: {@code archiveDataSource}.
 *
 * @param alias the database
 * @since 0.1.0
 */
public record AliasNames(String alias) {

	private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9-]*");

	private static final Pattern DASH = Pattern.compile("-+([a-z0-9]?)");

	/**
	 * Check the alias.
	 * @throws DatabaseConfigurationException if it cannot be one
	 */
	public AliasNames {
		if (!isAlias(alias)) {
			throw new DatabaseConfigurationException(alias,
					"'%s', a key of orm.databases, is no alias of a database.".formatted(alias),
					"Name it by small letters, digits and '-', a letter first.");
		}
	}

	/** Return whether a database of this name can be one of properties. */
	static boolean isAlias(String name) {
		return ALIAS.matcher(name).matches();
	}

	/**
	 * Name the data source.
	 * @return the name of the bean
	 */
	public String dataSource() {
		return bean("DataSource");
	}

	String transactionManager() {
		return bean("TransactionManager");
	}

	/**
	 * Name the client.
	 * @return the name of the bean
	 */
	public String jdbcClient() {
		return bean("JdbcClient");
	}

	String atomic() {
		return bean("Atomic");
	}

	/**
	 * Name a bean; those of the default database have the names Spring Boot gives.
	 * @param kind what it is, a capital letter first
	 * @return the name
	 */
	public String bean(String kind) {
		if (this.alias.equals(Database.DEFAULT)) {
			return StringUtils.uncapitalize(kind);
		}
		Matcher dashes = DASH.matcher(this.alias);
		return dashes.replaceAll((dash) -> StringUtils.capitalize(dash.group(1))) + kind;
	}

	/**
	 * Name a property.
	 * @param name its last part
	 * @return the whole name
	 */
	public String property(String name) {
		return "orm.databases." + this.alias + "." + name;
	}

}
