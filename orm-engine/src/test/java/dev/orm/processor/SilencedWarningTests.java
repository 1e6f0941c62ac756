package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever knows what a warning says need not read it again. */
class SilencedWarningTests {

	private static final String IMPORTS = "package shop; import dev.orm.annotation.*; import dev.orm.model.*; ";

	private static final String CATEGORY = IMPORTS + "@Table public class Category extends Model { @Id Long id; }";

	private static final String DATA = "package lombok; public @interface EqualsAndHashCode { }";

	private static final String ALL = "package lombok; public @interface AllArgsConstructor { }";

	@TempDir
	private Path output;

	private List<String> told(List<String> options, String... sources) {
		return Compilation.ofSources(this.output, options, sources).messages();
	}

	private static String product(String annotations, String fields) {
		return IMPORTS + annotations + " @Table public class Product extends Model { @Id Long id; " + fields
				+ " public Product() { } }";
	}

	private static String category(String annotation) {
		return annotation + " @OnDelete(OnDeleteAction.CASCADE) ForeignKey<Category> category;";
	}

	@Test
	void aWarningSaysByWhichIdItIsSilenced() {
		assertThat(told(List.of(), DATA, product("@lombok.EqualsAndHashCode", ""))).singleElement()
			.asString()
			.startsWith("WARNING at Product: @EqualsAndHashCode on model Product replaces equality by key")
			.endsWith("(lombok-equality)");
	}

	@Test
	void aClassSilencesIt() {
		assertThat(told(List.of(), DATA,
				product("@SuppressWarnings(\"orm:lombok-equality\") @lombok.EqualsAndHashCode", "")))
			.isEmpty();
	}

	@Test
	void aClassSilencesWhatIsNamedOnly() {
		assertThat(told(List.of(), DATA,
				product("@SuppressWarnings(\"orm:lombok-handles\") @lombok.EqualsAndHashCode", "")))
			.singleElement()
			.asString()
			.endsWith("(lombok-equality)");
		assertThat(told(List.of(), DATA, product("@SuppressWarnings(\"all\") @lombok.EqualsAndHashCode", "")))
			.hasSize(1);
	}

	@Test
	void aFieldSilencesWhatIsSaidOfItAlone() {
		String silent = category("@SuppressWarnings(\"orm:lombok-handles\")");
		assertThat(told(List.of(), ALL, CATEGORY, product("@lombok.AllArgsConstructor", category("")))).singleElement()
			.asString()
			.contains("gives its handles (category)")
			.endsWith("(lombok-handles)");
		assertThat(told(List.of(), ALL, CATEGORY, product("@lombok.AllArgsConstructor", silent))).isEmpty();
		assertThat(told(List.of(), ALL, CATEGORY,
				product("@lombok.AllArgsConstructor",
						silent + category("@RelatedName(\"others\")").replace("category;", "other;"))))
			.singleElement()
			.asString()
			.contains("gives its handles (other)");
	}

	@Test
	void aClassAroundSilencesThoseInside() {
		String nested = IMPORTS + "@SuppressWarnings(\"orm:lombok-equality\") public class Shop { "
				+ "@lombok.EqualsAndHashCode @Table public static class Product extends Model { @Id Long id; } }";
		assertThat(told(List.of(), DATA, nested)).isEmpty();
	}

	@Test
	void anOptionSilencesItForAllPackages() {
		assertThat(told(List.of("-Aorm.silence=lombok-handles, lombok-equality"), DATA,
				product("@lombok.EqualsAndHashCode", "")))
			.isEmpty();
	}

	@Test
	void silenceThatNoWarningBreaksIsTold() {
		assertThat(told(List.of(), product("@SuppressWarnings({ \"unchecked\", \"orm:lombok\" })", ""))).singleElement()
			.asString()
			.startsWith("WARNING at Product: @SuppressWarnings(\"orm:lombok\") silences no warning of the compiler")
			.contains("Choices: lombok-equality, lombok-handles, lombok-order", "meta.silence(...)");
		assertThat(told(List.of(), product("", "@SuppressWarnings(\"orm:meta-covered\") String name;"))).singleElement()
			.asString()
			.startsWith("WARNING at name: @SuppressWarnings(\"orm:meta-covered\")");
	}

	@Test
	void errorsAreNeverSilent() {
		assertThat(told(List.of(), CATEGORY,
				product("@SuppressWarnings(\"orm:lombok-handles\")", "ForeignKey<Category> category;")))
			.anySatisfy((text) -> assertThat(text).startsWith("ERROR at category"));
	}

}
