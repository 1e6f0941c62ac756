package dev.orm.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.annotation.Table;
import dev.orm.session.TenantId;
import dev.orm.type.FieldType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The reference of models has every annotation of models, each with all it can say. */
class AnnotationPageTests {

	private static final Project PROJECT = Project.here();

	private static final Pattern ROW = Pattern.compile("\\| `@(\\w+)` \\|([^|]*)\\|.*");

	private static final Pattern NAME = Pattern.compile("`(\\w+)`");

	@Test
	void theTableOfAnnotationsIsThatOfTheCode() {
		assertThat(written()).isEqualTo(declared());
	}

	/** What the rows of the page say, by annotation. */
	private static Map<String, List<String>> written() {
		Map<String, List<String>> written = new TreeMap<>();
		for (String line : PROJECT.page("docs/reference/models.md").lines()) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				written.put(row.group(1),
						NAME.matcher(row.group(2)).results().map((name) -> name.group(1)).sorted().toList());
			}
		}
		return written;
	}

	private static Map<String, List<String>> declared() {
		Map<String, List<String>> declared = new TreeMap<>();
		Stream.concat(inTheRoom(), Stream.of(TenantId.class, FieldType.class))
			.filter(Class::isAnnotation)
			.forEach((type) -> declared.put(type.getSimpleName(), attributes(type)));
		return declared;
	}

	private static List<String> attributes(Class<?> annotation) {
		return List.copyOf(new TreeSet<>(Arrays.stream(annotation.getDeclaredMethods()).map(Method::getName).toList()));
	}

	/** The types of the room of annotations, by its sources. */
	private static Stream<Class<?>> inTheRoom() {
		Path room = PROJECT.root().resolve("orm-engine/src/main/java/dev/orm/annotation");
		try (Stream<Path> files = Files.list(room)) {
			return files.map((file) -> file.getFileName().toString().replace(".java", ""))
				.filter((name) -> !name.equals("package-info"))
				.map(AnnotationPageTests::type)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(Table.class.getPackageName() + "." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
