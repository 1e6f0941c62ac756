package dev.orm.boot.migration;

import java.time.Duration;

import dev.orm.boot.databases.AtStartup;
import dev.orm.migration.apply.LockTimeout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of migrations.
 *
 * @param atStartup What happens to pending migrations when the application starts.
 * @param lockTimeout How long a migration in a transaction waits for a lock; zero to wait
 * for ever.
 * @param lockAttempts How often migrations are tried before a lock that is not had is an
 * error.
 * @param modelCheck What happens when the models are not what the journal says.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.migrations")
public record OrmMigrationProperties(@DefaultValue("apply") AtStartup atStartup,
		@DefaultValue("5s") Duration lockTimeout, @DefaultValue("10") int lockAttempts,
		@DefaultValue("warn") ModelCheck modelCheck) {

	LockTimeout timeout() {
		return new LockTimeout(this.lockTimeout, this.lockAttempts, LockTimeout.STANDARD.pause(),
				LockTimeout.STANDARD.longestPause());
	}

	/** What happens when the models are not what the journal says. */
	public enum ModelCheck {

		/** The application does not start. */
		FAIL,
		/** The log says so. */
		WARN,
		/** Nothing: models and journal are not compared. */
		OFF

	}

}
