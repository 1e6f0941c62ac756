package dev.orm.architecture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors carry data, and the page of errors says which. */
class ErrorClassTests {

	private static final Path PAGE = Path.of("../docs/reference/errors.md");

	/** Errors of a state, not of a thing: what is wrong has no name to carry. */
	private static final Set<String> OF_A_STATE = Set.of("TransactionManagementException",
			"ReadOnlyTransactionException");

	static Stream<Class<?>> errors() {
		return EngineClasses.ALL.stream()
			.filter((type) -> type.isAssignableTo(Throwable.class) && type.getModifiers().toString().contains("PUBLIC"))
			.map(JavaClass::reflect);
	}

	/** What a class tells beyond what all exceptions do. */
	private static Set<String> getters(Class<?> error) {
		return Arrays.stream(error.getMethods())
			.filter((method) -> method.getDeclaringClass().getName().startsWith("dev.orm."))
			.filter((method) -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
			.map(Method::getName)
			.filter((name) -> !Set.of("getMessage", "unknownName", "subject").contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void anErrorHasGetters(Class<?> error) {
		boolean abstractRoot = error.getSimpleName().equals("OrmException");
		if (!abstractRoot && !OF_A_STATE.contains(error.getSimpleName())) {
			assertThat(getters(error)).isNotEmpty();
		}
	}

	/** A class that names a model says it in the way all do. */
	@ParameterizedTest
	@MethodSource("errors")
	void anErrorAboutAModelIsOneOfThem(Class<?> error) {
		if (OrmException.class.isAssignableFrom(error) && getters(error).contains("model")) {
			assertThat(error).isAssignableTo(AboutModel.class);
		}
	}

	/** What is thrown for a wrong call cannot be made without what it is about. */
	@Test
	void noSubjectIsLeftOut() {
		for (Class<?> error : List.of(QueryValueException.class, FieldException.class, IllegalQueryException.class,
				UnsupportedQueryException.class, UnsupportedCombinationException.class,
				RelationOperationException.class, ModelDefinitionException.class)) {
			assertThat(error.getConstructors()).noneMatch(
					(constructor) -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] { String.class }));
		}
	}

	@Test
	void thePageNamesEachErrorWithItsGetters() throws IOException {
		List<String> rows = Files.readAllLines(PAGE).stream().filter((line) -> line.startsWith("| `")).toList();
		errors().forEach((error) -> {
			String start = "| `" + error.getSimpleName() + "` |";
			String row = rows.stream().filter((line) -> line.startsWith(start)).findFirst().orElse("");
			assertThat(row).as("the row of docs/reference/errors.md for " + error.getSimpleName()).startsWith(start);
			getters(error).forEach((getter) -> assertThat(row).contains("`" + getter + "`"));
		});
	}

	@Test
	void anErrorIsWrittenToAStream() throws IOException {
		QueryValueException error = new QueryValueException("No.", Subject.ofAttribute("Seat", "number")).of(1)
			.choosing(List.of("2"));
		try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
			out.writeObject(error);
		}
	}

}
