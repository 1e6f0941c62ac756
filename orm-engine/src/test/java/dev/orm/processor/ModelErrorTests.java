package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compiler says of classes that are no models, and where. */
class ModelErrorTests {

	private static final String KEY = " @Id private Long id; ";

	private static final String CATEGORY = "@Table public class Category extends Model {" + KEY + "}";

	@TempDir
	private Path output;

	private void refuses(String message, String... classes) {
		assertThat(Compilation.of(this.output, classes).messages())
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	@Test
	void aModelThatDoesNotExtendModelIsRefusedAtTheClass() {
		refuses("ERROR at Product: Product is annotated as a model but does not extend dev.orm.model.Model",
				"@Table public class Product { }");
	}

	@Test
	void aTableNameWithADotIsRefusedWithItsTwoParts() {
		refuses("ERROR at Product: The table name 'shop.product' of Product has a dot, which would be part of the name: "
				+ "give a schema by itself, as in schema = \"shop\", name = \"product\"",
				"@Table(name = \"shop.product\") public class Product extends Model {" + KEY + "}");
		refuses("ERROR at others: The table name 'shop.links' of others has a dot",
				"@Table public class Product extends Model {" + KEY
						+ "@JoinTable(name = \"shop.links\") dev.orm.ManyToMany<Product> others; }");
	}

	@Test
	void aGroupThatIsNoNameIsRefused() {
		String group = "@dev.orm.annotation.ModelGroup(name = \"web shop\") package shop;";
		String model = "package shop; @dev.orm.annotation.Table class Product extends dev.orm.model.Model "
				+ "{ @dev.orm.annotation.Id Long id; }";
		assertThat(Compilation.ofSources(this.output, List.of(), group, model).messages()).singleElement()
			.asString()
			.contains("@ModelGroup(name = \"web shop\") of package shop must be a Java identifier");
	}

	@Test
	void anAbstractModelWithATableIsRefused() {
		refuses("ERROR at Product: Abstract class Product has no table of its own",
				"@Table public abstract class Product extends Model {" + KEY + "}");
	}

	@Test
	void anInnerModelIsRefused() {
		refuses("Model Product must be a top-level or static nested class",
				"class Outer { @Table class Product extends Model {" + KEY + "} }");
	}

	@Test
	void aModelWithoutConstructorWithoutParametersIsRefused() {
		refuses("ERROR at Product: Model Product needs a constructor without parameters that is not private",
				"@Table public class Product extends Model {" + KEY + " Product(int any) { } }");
	}

	@Test
	void columnsOfAConcreteClassThatIsNoModelAreRefused() {
		refuses("ERROR at id: Class Product has a key but no table: annotate it with @Table, or make it abstract",
				"public class Product extends Model {" + KEY + "}");
	}

	@Test
	void aModelWithoutKeyIsRefusedAtTheClass() {
		refuses("ERROR at Product: Model Product has no key",
				"@Table public class Product extends Model { String name; }");
	}

	@Test
	void aSecondAttributeOfTheSameColumnIsRefusedAtTheAttribute() {
		refuses("ERROR at other: Attributes Product.unitPrice and Product.other have the same column 'unit_price'",
				"@Table public class Product extends Model {" + KEY
						+ "int unitPrice; @Column(name = \"unit_price\") int other; }");
	}

	@Test
	void anUnsupportedTypeIsRefusedWithTheSupportedOnes() {
		refuses("ERROR at thread: Attribute Product.thread has type java.lang.Thread, which cannot be a column. Supported: "
				+ "primitives", "@Table public class Product extends Model {" + KEY + "Thread thread; }");
	}

	@Test
	void aFinalAttributeIsRefused() {
		refuses("ERROR at name: Attribute Product.name must not be final",
				"@Table public class Product extends Model {" + KEY + "final String name = \"\"; }");
	}

	@Test
	void anAttributeThatMeansSomethingInPathsIsRefused() {
		refuses("ERROR at unit__price: Attribute Product.unit__price needs another name",
				"@Table public class Product extends Model {" + KEY + "int unit__price; }");
	}

	@Test
	void anAttributeDeclaredTwiceIsRefusedWithBothPlaces() {
		refuses("ERROR at name: Attribute name is declared by both shop.Product and shop.Named",
				"public abstract class Named extends Model { String name; }",
				"@Table public class Product extends Named {" + KEY + "String name; }");
	}

	@Test
	void anAttributeNamedAsTheRootConstantIsRefused() {
		refuses("ERROR at A: Attribute A.A clashes with the root constant A of APath",
				"@Table public class A extends Model {" + KEY + "int A; }");
	}

	@Test
	void aClassInTheWayOfAGeneratedOneIsNamed() {
		refuses("ERROR at Category: Cannot generate CategoryPath for model Category, because there is a class of that name",
				CATEGORY, "class CategoryPath { }");
	}

	@Test
	void aProxyWithColumnsIsRefused() {
		refuses("ERROR at size: Proxy model Small cannot have a column of its own, because it shares the table of Category",
				CATEGORY, "@Proxy class Small extends Category { int size; }");
	}

	@Test
	void aProxyOfNothingIsRefused() {
		refuses("ERROR at Small: @Proxy class Small must extend the model whose table it shares",
				"@Proxy class Small extends Model {" + KEY + "}");
	}

	@Test
	void aChildWithAKeyOfItsOwnIsRefused() {
		refuses("ERROR at other: Small.other cannot be a key, because Small has the key of its parent Category",
				CATEGORY, "@Table class Small extends Category { @Id Long other; }");
	}

}
