package dev.orm.boot.databases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.execute.Database;

import org.springframework.util.StringUtils;

/**
 * The names of what belongs to a database: {@code archiveDataSource}.
 *
 * @param alias the database
 */
record AliasNames(String alias) {

	private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9-]*");

	private static final Pattern DASH = Pattern.compile("-+([a-z0-9]?)");

	AliasNames {
		if (!ALIAS.matcher(alias).matches()) {
			throw new DatabaseConfigurationException(alias,
					"'%s', a key of orm.databases, is no alias of a database.".formatted(alias),
					"Name it by small letters, digits and '-', a letter first.");
		}
	}

	String dataSource() {
		return bean("DataSource");
	}

	String transactionManager() {
		return bean("TransactionManager");
	}

	String jdbcClient() {
		return bean("JdbcClient");
	}

	String atomic() {
		return bean("Atomic");
	}

	/** Name a bean; those of the default database have the names Spring Boot gives. */
	String bean(String kind) {
		if (this.alias.equals(Database.DEFAULT)) {
			return StringUtils.uncapitalize(kind);
		}
		Matcher dashes = DASH.matcher(this.alias);
		return dashes.replaceAll((dash) -> StringUtils.capitalize(dash.group(1))) + kind;
	}

	/** Name a property. */
	String property(String name) {
		return "orm.databases." + this.alias + "." + name;
	}

}
