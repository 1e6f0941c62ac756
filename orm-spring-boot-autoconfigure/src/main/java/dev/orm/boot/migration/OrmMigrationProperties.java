package dev.orm.boot.migration;

import java.time.Duration;
import java.util.List;

import dev.orm.boot.databases.AtStartup;
import dev.orm.migration.apply.LockTimeout;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ClassUtils;

/**
 * Properties of migrations.
 *
 * @param atStartup What happens to pending migrations when the application starts.
 * @param lockTimeout How long a migration in a transaction waits for a lock; zero to wait
 * for ever.
 * @param lockAttempts How often migrations are tried before a lock that is not had is an
 * error.
 * @param modelCheck What happens when the models are not what the journal says. By
 * default "fail" where the application is tested or devtools are there, else "warn".
 * @since 0.1.0
 */
@ConfigurationProperties("orm.migrations")
public record OrmMigrationProperties(@DefaultValue("apply") AtStartup atStartup,
		@DefaultValue("5s") Duration lockTimeout, @DefaultValue("10") int lockAttempts,
		@Nullable ModelCheck modelCheck) {

	/** What is only on the class path of who changes the application. */
	private static final List<String> OF_DEVELOPERS = List.of("org.springframework.boot.test.context.SpringBootTest",
			"org.springframework.boot.devtools.restart.Restarter");

	LockTimeout timeout() {
		return new LockTimeout(this.lockTimeout, this.lockAttempts, LockTimeout.STANDARD.pause(),
				LockTimeout.STANDARD.longestPause());
	}

	/** What was said, or what suits the class path. */
	ModelCheck modelCheck(@Nullable ClassLoader loader) {
		if (this.modelCheck != null) {
			return this.modelCheck;
		}
		return OF_DEVELOPERS.stream().anyMatch((name) -> ClassUtils.isPresent(name, loader)) ? ModelCheck.FAIL
				: ModelCheck.WARN;
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
