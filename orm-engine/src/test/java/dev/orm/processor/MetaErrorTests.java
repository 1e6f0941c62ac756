package dev.orm.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compiler says of methods that take a Meta and cannot be called. */
class MetaErrorTests {

	private static final String META = "import dev.orm.declare.Meta; ";

	private static final String KEY = " @Id private Long id; ";

	@TempDir
	private Path output;

	private static String model(String members) {
		return META + "@Table class Product extends Model {" + KEY + members + " }";
	}

	private void refuses(String message, String... classes) {
		assertThat(Compilation.of(this.output, classes).messages())
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	@Test
	void aMethodThatTakesTheMetaOfItsClassIsFine() {
		assertThat(Compilation.of(this.output, model("static void anyName(Meta<Product> meta) { meta.index(\"id\"); }"))
			.messages()).isEmpty();
	}

	@Test
	void aParentsMethodTakesTheMetaOfAnyChild() {
		assertThat(Compilation
			.of(this.output,
					META + "abstract class Base extends Model { "
							+ "static <M extends Base> void base(Meta<M> meta) { meta.ordering(\"id\"); } }",
					META + "@Table class Product extends Base {" + KEY + "static void meta(Meta<Product> meta) { } }")
			.messages()).isEmpty();
	}

	@Test
	void anInstanceMethodIsRefused() {
		refuses("ERROR at meta: Meta method Product.meta must be static", model("void meta(Meta<Product> meta) { }"));
	}

	@Test
	void aPrivateMethodIsRefused() {
		refuses("ERROR at meta: Meta method Product.meta must not be private, as generated code calls it (meta-method)",
				model("private static void meta(Meta<Product> meta) { }"));
	}

	@Test
	void theMetaOfAnotherModelIsRefused() {
		refuses("ERROR at meta: Meta method Product.meta must take a Meta<Product>",
				model("static void meta(Meta<Other> meta) { }"), "@Table class Other extends Model {" + KEY + "}");
	}

	@Test
	void aRawMetaIsRefused() {
		refuses("ERROR at meta: Meta method Product.meta must take a Meta<Product>",
				model("@SuppressWarnings(\"rawtypes\") static void meta(Meta meta) { }"));
	}

	@Test
	void aParentsMethodForItselfAloneIsRefused() {
		refuses("ERROR at base: Meta method Base.base must take the Meta of any child: "
				+ "static <M extends Base> void base(Meta<M> meta)",
				META + "abstract class Base extends Model { static void base(Meta<Base> meta) { } }",
				"@Table class Product extends Base {" + KEY + "}");
	}

	@Test
	void aParentsMethodOfAnotherPackageMustBePublic() {
		assertThat(Compilation
			.ofSources(this.output, java.util.List.of(),
					"package base; public abstract class Base extends dev.orm.model.Model { "
							+ "static <M extends Base> void base(dev.orm.declare.Meta<M> meta) { } }",
					"package shop; @dev.orm.annotation.Table class Product extends base.Base { "
							+ "@dev.orm.annotation.Id private Long id; }")
			.messages())
			.anySatisfy((text) -> assertThat(text).contains(
					"Meta method Base.base cannot be reached from the package of Product: make it public, and its class"));
	}

	@Test
	void aMethodOfTheNameOfAParentsIsRefused() {
		refuses("ERROR at base: Meta method Product.base has the name of a method of its parent Base, which is called too",
				META + "abstract class Base extends Model { " + "static <M extends Base> void base(Meta<M> meta) { } }",
				META + "@Table class Product extends Base {" + KEY
						+ "static <M extends Base> void base(Meta<M> meta) { } }");
	}

	@Test
	void aMethodThatDeclaresExceptionsIsRefused() {
		refuses("ERROR at meta: Meta method Product.meta must not declare exceptions",
				model("static void meta(Meta<Product> meta) throws java.io.IOException { }"));
	}

}
