package dev.orm.boot.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.ClassUtils;

import static dev.orm.boot.autoconfigure.library.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real start on a class path from which Jackson's archives were taken: a filtered class
 * loader would still load the engine's classes by its parent, which sees Jackson. Flyway
 * goes with it, as it cannot do without.
 */
class WithoutJacksonTests {

	@Test
	void anApplicationWithoutJacksonStartsReadsAndWrites() throws Exception {
		try (URLClassLoader reduced = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
			assertThat(ClassUtils.isPresent("tools.jackson.databind.JsonNode", reduced)).isFalse();
			run(reduced);
		}
	}

	private static void run(ClassLoader reduced) throws ReflectiveOperationException, IOException {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(reduced);
		try {
			Object name = Class.forName(Application.class.getName(), true, reduced)
				.getMethod("run", String[].class)
				.invoke(null, (Object) TestPostgres.properties());
			assertThat(name).isEqualTo("Ursula");
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError("The application failed", ex.getCause());
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static URL[] classPath() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			String name = new File(entry).getName().toLowerCase(Locale.ROOT);
			if (!name.startsWith("jackson-") && !name.contains("flyway")) {
				urls.add(new File(entry).toURI().toURL());
			}
		}
		return urls.toArray(URL[]::new);
	}

	/** Runs inside the reduced class path. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		/**
		 * Start, write a row, read it and stop.
		 * @param properties how to connect
		 * @return the name that was read
		 */
		public static String run(String[] properties) {
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			application.setRegisterShutdownHook(false);
			List<String> arguments = new ArrayList<>(List.of("--spring.datasource.hikari.schema=bare"));
			for (String property : properties) {
				arguments.add("--" + property);
			}
			try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
				JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
				jdbc.execute("CREATE SCHEMA bare");
				jdbc.execute(
						"CREATE TABLE bare.library_author (id bigserial PRIMARY KEY, name text NOT NULL, created_by text, email text)");
				Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
				Author author = authors.create(AUTHOR.name.is("Ursula"));
				return authors.get(AUTHOR.id.eq(author.getId())).getName();
			}
		}

	}

}
