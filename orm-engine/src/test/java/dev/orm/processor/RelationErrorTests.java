package dev.orm.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the compiler says of relations that lead nowhere or cannot be told apart, and
 * where.
 */
class RelationErrorTests {

	private static final String KEY = " @Id private Long id; ";

	private static final String CATEGORY = "@Table public class Category extends Model {" + KEY + "String label; }";

	private static final String CASCADE = "@OnDelete(OnDeleteAction.CASCADE) ";

	@TempDir
	private Path output;

	private void refuses(String message, String... classes) {
		assertThat(Compilation.of(this.output, classes).messages())
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	@Test
	void aTargetThatIsNoModelIsRefusedAtTheRelation() {
		refuses("ERROR at category: Relation Product.category leads to Other, which is not a model",
				"abstract class Other extends Model { }",
				"@Table class Product extends Model {" + KEY + CASCADE + "ForeignKey<Other> category; }");
	}

	@Test
	void aRelationWithoutTypeArgumentIsRefused() {
		refuses("ERROR at category: Relation Product.category does not say which model it leads to",
				"@Table class Product extends Model {" + KEY + CASCADE + "ForeignKey category; }");
	}

	@Test
	void aRelationThatDoesNotSayWhatADeleteDoesIsRefused() {
		refuses("ERROR at category: Relation Product.category does not say what happens when its target is deleted",
				CATEGORY, "@Table class Product extends Model {" + KEY + "ForeignKey<Category> category; }");
	}

	@Test
	void setNullOnAColumnThatDoesNotTakeNullIsRefused() {
		refuses("ERROR at category: Product.category says @OnDelete(SET_NULL), but its column does not take NULL",
				CATEGORY, "@Table class Product extends Model {" + KEY
						+ "@OnDelete(OnDeleteAction.SET_NULL) ForeignKey<Category> category; }");
	}

	@Test
	void setDefaultWithoutADefaultIsRefused() {
		refuses("ERROR at category: Product.category says @OnDelete(SET_DEFAULT), but its column has no default",
				CATEGORY, "@Table class Product extends Model {" + KEY
						+ "@OnDelete(OnDeleteAction.SET_DEFAULT) ForeignKey<Category> category; }");
	}

	@Test
	void whatTheDatabaseIsToStoreItMustBeAbleToStore() {
		refuses("ERROR at category: Product.category says @OnDelete(DB_SET_NULL), but its column does not take NULL",
				CATEGORY, "@Table class Product extends Model {" + KEY
						+ "@OnDelete(OnDeleteAction.DB_SET_NULL) ForeignKey<Category> category; }");
		refuses("ERROR at category: Product.category says @OnDelete(DB_SET_DEFAULT), but the database has no default",
				CATEGORY, "@Table class Product extends Model {" + KEY
						+ "@OnDelete(OnDeleteAction.DB_SET_DEFAULT) ForeignKey<Category> category; }");
	}

	@Test
	void aKeyToSetIsGivenOrFound() {
		String found = "class Nobody implements SetKey { public Object key(String database) { return 1L; } }";
		refuses("ERROR at category: Product.category says @OnDelete(SET), which needs either setValue = \"...\" or by",
				CATEGORY, found, "@Table class Product extends Model {" + KEY
						+ "@OnDelete(OnDeleteAction.SET) ForeignKey<Category> category; }");
		refuses("ERROR at category: Product.category says @OnDelete(SET), which needs either", CATEGORY, found,
				"@Table class Product extends Model {" + KEY
						+ "@OnDelete(value = OnDeleteAction.SET, setValue = \"1\", by = Nobody.class) ForeignKey<Category> category; }");
		refuses("ERROR at category: Product.category says @OnDelete(CASCADE) and a key to set", CATEGORY, found,
				"@Table class Product extends Model {" + KEY
						+ "@OnDelete(value = OnDeleteAction.CASCADE, by = Nobody.class) ForeignKey<Category> category; }");
	}

	@Test
	void onlyRelationsAreKeptAsReferences() {
		refuses("ERROR at name: @Reference says how a relation is kept, but Product.name is none", CATEGORY,
				"@Table class Product extends Model {" + KEY + "@Reference(index = false) String name; }");
		refuses("ERROR at category: Product.category says @OnDelete(DB_CASCADE), which the foreign key does, and @Reference",
				CATEGORY, "@Table class Product extends Model {" + KEY
						+ "@Reference(constraint = false) @OnDelete(OnDeleteAction.DB_CASCADE) ForeignKey<Category> category; }");
	}

	@Test
	void aRelationToACompositeKeyIsRefused() {
		refuses("ERROR at pair: Relation Product.pair leads to Pair, whose key has 2 parts",
				"@Table class Pair extends Model { @Id long left; @Id long right; }",
				"@Table class Product extends Model {" + KEY + CASCADE + "ForeignKey<Pair> pair; }");
	}

	@Test
	void aToFieldThatDoesNotExistIsRefused() {
		refuses("ERROR at category: @ToField of Product.category names 'slug', but Category has no such attribute",
				CATEGORY, "@Table class Product extends Model {" + KEY + CASCADE
						+ "@ToField(\"slug\") ForeignKey<Category> category; }");
	}

	@Test
	void twoWaysBackOfOneNameAreRefusedAtBothPlaces() {
		String[] classes = { CATEGORY, "@Table class Product extends Model {" + KEY + CASCADE
				+ "ForeignKey<Category> first; " + CASCADE + "ForeignKey<Category> second; }" };
		refuses("ERROR at first: Product.first and Product.second both lead back from Category by the name 'productSet'",
				classes);
		refuses("ERROR at second: Product.second and Product.first both lead back from Category by the name 'productSet'",
				classes);
	}

	@Test
	void waysBackOfAnAbstractParentAreToldApartByThePlaceholder() {
		assertThat(Compilation
			.of(this.output, CATEGORY,
					"abstract class Sorted extends Model { " + CASCADE
							+ "@RelatedName(\"%(class)ss\") ForeignKey<Category> category; }",
					"@Table class Product extends Sorted {" + KEY + "}",
					"@Table class Offer extends Sorted {" + KEY + "}")
			.messages()).isEmpty();
	}

	@Test
	void aWayBackNamedAsAnAttributeOfTheTargetIsRefused() {
		refuses("ERROR at category: Product.category leads back from Category by the name 'label', which clashes with the "
				+ "attribute Category.label", CATEGORY,
				"@Table class Product extends Model {" + KEY + CASCADE
						+ "@RelatedName(\"label\") ForeignKey<Category> category; }");
	}

	@Test
	void aHiddenWayBackClashesWithNothing() {
		assertThat(Compilation
			.of(this.output, CATEGORY, "@Table class Product extends Model {" + KEY + CASCADE
					+ "@RelatedName(\"+\") ForeignKey<Category> first; " + CASCADE + "ForeignKey<Category> second; }")
			.messages()).isEmpty();
	}

}
