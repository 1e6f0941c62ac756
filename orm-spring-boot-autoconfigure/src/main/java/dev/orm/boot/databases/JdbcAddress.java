package dev.orm.boot.databases;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.util.ClassUtils;

/**
 * A URL that a property says, and the driver that is to take it. No message shows more of
 * it than its scheme: what follows may hold a password.
 *
 * @param alias the database
 * @param property the property
 * @param url what it says
 * @param named the class of the driver, if the application names it
 */
record JdbcAddress(String alias, String property, String url, @Nullable String named) {

	private static final String SCHEME = "jdbc:";

	private static final String SHAPE = "Write it as jdbc:postgresql://host:5432/database.";

	/** Return the class of its driver, which is there and takes it. */
	String driver() {
		if (!this.url.startsWith(SCHEME)) {
			throw refusal("%s is no JDBC URL: it does not begin with '%s'.".formatted(this.property, SCHEME));
		}
		String driver = (this.named != null) ? this.named : DatabaseDriver.fromJdbcUrl(this.url).getDriverClassName();
		if (driver == null || !ClassUtils.isPresent(driver, getClass().getClassLoader())) {
			throw missing(driver);
		}
		requireAccepted(driver);
		return driver;
	}

	private void requireAccepted(String driver) {
		Class<?> type = ClassUtils.resolveClassName(driver, getClass().getClassLoader());
		if (Driver.class.isAssignableFrom(type) && !accepts((Driver) BeanUtils.instantiateClass(type))) {
			throw refusal(
					"%s is no URL that the driver %s takes; its port may be none.".formatted(this.property, driver));
		}
	}

	private boolean accepts(Driver driver) {
		try {
			return driver.acceptsURL(this.url);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private DatabaseConfigurationException refusal(String message) {
		return new DatabaseConfigurationException(this.alias, message, SHAPE);
	}

	private DatabaseConfigurationException missing(@Nullable String driver) {
		return new DatabaseConfigurationException(this.alias,
				"No driver for %s of the database '%s' is on the class path: %s.".formatted(scheme(), this.alias,
						Objects.requireNonNullElse(driver, "none is known for this URL")),
				"Add the driver, org.postgresql:postgresql for PostgreSQL, or correct %s or %s."
					.formatted(this.property, new AliasNames(this.alias).property("driver-class-name")));
	}

	private String scheme() {
		int end = this.url.indexOf(':', SCHEME.length());
		return (end > 0) ? this.url.substring(0, end) + "…" : "the URL";
	}

}
