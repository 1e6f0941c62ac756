package dev.orm.migration;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.problem.MigrationException;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An application whose build has Flyway, and not what Flyway needs for PostgreSQL. */
class MissingModuleTests {

	@Test
	void isNamedWithTheDependency() throws IOException, ReflectiveOperationException {
		try (TestDatabase database = TestDatabase.create(); URLClassLoader loader = withoutModule()) {
			assertThat(migrate(loader, database.url())).startsWith("MODULE: ")
				.contains("Unsupported Database: PostgreSQL", "org.flywaydb:flyway-database-postgresql");
		}
	}

	@SuppressWarnings("unchecked")
	private static String migrate(ClassLoader loader, String url) throws ReflectiveOperationException {
		UnaryOperator<String> application = (UnaryOperator<String>) loader.loadClass(Application.class.getName())
			.getConstructor()
			.newInstance();
		return application.apply(url);
	}

	/** The class path of the tests, without the one jar. */
	private static URLClassLoader withoutModule() {
		URL[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("flyway-database-postgresql"))
			.map(MissingModuleTests::url)
			.toArray(URL[]::new);
		return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(entry, ex);
		}
	}

	/** Migrates the database of a URL, and tells why it could not. */
	public static final class Application implements UnaryOperator<String> {

		@Override
		public String apply(String url) {
			PGSimpleDataSource source = new PGSimpleDataSource();
			source.setUrl(url);
			try {
				return "ran "
						+ new Migrator(Flyway.configure().dataSource(source).load(), LockTimeout.STANDARD).migrate();
			}
			catch (MigrationException ex) {
				return ex.problem() + ": " + ex.getMessage();
			}
		}

	}

}
