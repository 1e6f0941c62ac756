package dev.orm.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Django's checks refuse the compiler refuses, too ({@code django/checks.json}: the
 * ids of Django 5.2, and the words of ours).
 */
class DjangoCheckTests {

	@TempDir
	private Path output;

	@TestFactory
	Stream<DynamicTest> badModelsDoNotCompile() {
		return answers().get("compiler")
			.valueStream()
			.map((one) -> DynamicTest.dynamicTest(one.get("django") + " " + one.get("case").asString(), () -> {
				String[] classes = one.get("java").valueStream().map(JsonNode::asString).toArray(String[]::new);
				Path folder = Files.createTempDirectory(this.output, "classes");
				assertThat(one.get("django")).isNotEmpty();
				assertThat(Compilation.of(folder, classes).messages()).anySatisfy(
						(message) -> assertThat(message).startsWith("ERROR at ").contains(one.get("ours").asString()));
			}));
	}

	private static JsonNode answers() {
		try (InputStream in = DjangoCheckTests.class.getResourceAsStream("/django/checks.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
