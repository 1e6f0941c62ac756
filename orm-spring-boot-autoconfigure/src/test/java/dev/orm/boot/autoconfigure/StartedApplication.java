package dev.orm.boot.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import dev.orm.meta.ModelIndex;

/**
 * An application that was started in a JVM of its own, and stopped.
 *
 * @param loaded the classes it loaded
 * @param definitions how many definitions of beans it had
 * @param managers how many managers
 */
record StartedApplication(List<String> loaded, int definitions, int managers) {

	/** What an application with a data source and Jackson has on its class path. */
	private static final Pattern LIBRARIES = Pattern
		.compile("(spring-(core|beans|context|aop|expression|jdbc|tx)|spring-boot"
				+ "|spring-boot-(autoconfigure|jdbc|sql|transaction|persistence|jackson)|jackson-[a-z]+|HikariCP"
				+ "|postgresql|slf4j-api|logback-[a-z]+|jspecify|commons-logging|micrometer-(commons|observation)"
				+ "|orm-engine)-\\d.*");

	private static final Pattern LOADED = Pattern.compile("\\[class,load *] (\\S+) source: .*");

	private static final String MAIN = """
			package app;

			@org.springframework.boot.autoconfigure.SpringBootApplication
			public class App {

				public static void main(String[] arguments) {
					var context = new org.springframework.boot.builder.SpringApplicationBuilder(App.class)
						.web(org.springframework.boot.WebApplicationType.NONE)
						.run(arguments);
					System.out.println("started " + context.getBeanDefinitionCount() + " "
							+ java.util.stream.Stream.of(context.getBeanDefinitionNames())
								.filter((name) -> name.startsWith("ormManager."))
								.count());
					context.close();
				}

			}
			""";

	/**
	 * Write, compile and start an application.
	 * @param folder where to
	 * @param models how many models it has
	 * @param like what each of them is like, by its line of the index
	 * @param arguments properties
	 */
	static StartedApplication start(Path folder, int models, Class<?> like, String... arguments) {
		try {
			write(folder, models, like);
			return read(run(folder, arguments));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path folder, int models, Class<?> like) throws IOException {
		List<String> files = new ArrayList<>();
		StringBuilder index = new StringBuilder();
		files.add(file(folder, "App", MAIN));
		for (int i = 0; i < models; i++) {
			files.add(file(folder, "Model" + i,
					"package app; public class Model%d extends dev.orm.model.Model { }".formatted(i)));
			index.append(line(like).replace(like.getName(), "app.Model" + i).replace("start_thing", "app_model" + i))
				.append('\n');
		}
		Files.createDirectories(folder.resolve("META-INF/dev.orm"));
		Files.writeString(folder.resolve(ModelIndex.LOCATION), index);
		compile(folder, files);
	}

	private static String file(Path folder, String name, String text) throws IOException {
		Files.createDirectories(folder);
		return Files.writeString(folder.resolve(name + ".java"), text).toString();
	}

	private static String line(Class<?> model) throws IOException {
		try (var index = Objects
			.requireNonNull(StartedApplication.class.getClassLoader().getResourceAsStream(ModelIndex.LOCATION))) {
			return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> line.startsWith(model.getName() + " "))
				.findFirst()
				.orElseThrow();
		}
	}

	private static void compile(Path folder, List<String> files) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> arguments = new ArrayList<>(
				List.of("-d", folder.toString(), "-cp", classPath(), "-proc:none", "-nowarn"));
		arguments.addAll(files);
		if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
			throw new IllegalStateException("The application does not compile");
		}
	}

	/** The libraries, and what is tested: a folder that holds no tests. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> new File(entry).isDirectory() ? !entry.contains("test-classes")
					: LIBRARIES.matcher(new File(entry).getName()).matches())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static List<String> run(Path folder, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load", "-cp",
						folder + File.pathSeparator + classPath(), "app.App", "--logging.level.root=error"));
		for (String property : TestPostgres.properties()) {
			command.add("--" + property);
		}
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}

	private static StartedApplication read(List<String> lines) {
		List<String> loaded = lines.stream()
			.map(LOADED::matcher)
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.toList();
		String[] started = lines.stream()
			.filter((line) -> line.startsWith("started "))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The application did not start: " + lines))
			.split(" ");
		return new StartedApplication(loaded, Integer.parseInt(started[1]), Integer.parseInt(started[2]));
	}

	/**
	 * The classes of a package and those below it, but for what lambdas are made into.
	 */
	List<String> classes(String prefix) {
		return this.loaded.stream().filter((name) -> name.startsWith(prefix) && !name.contains("$$Lambda")).toList();
	}

	/** What lambdas of a package and those below it are made into. */
	List<String> lambdas(String prefix) {
		return this.loaded.stream().filter((name) -> name.startsWith(prefix) && name.contains("$$Lambda")).toList();
	}

}
