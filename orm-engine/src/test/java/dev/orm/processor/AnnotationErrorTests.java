package dev.orm.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the compiler says of annotations that contradict their attribute or name something
 * that is not there.
 */
class AnnotationErrorTests {

	private static final String KEY = " @Id private Long id; ";

	@TempDir
	private Path output;

	private void refuses(String message, String... classes) {
		assertThat(Compilation.of(this.output, classes).messages())
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	private static String product(String attributes) {
		return "@Table class Product extends Model {" + KEY + attributes + "}";
	}

	@Test
	void aTimeStampIsADateOrTime() {
		refuses("ERROR at created: @AutoNowAdd needs a date or time, but Product.created is java.lang.String",
				product("@AutoNowAdd String created;"));
		refuses("ERROR at updated: @AutoNow needs a date or time, but Product.updated is long",
				product("@AutoNow long updated;"));
	}

	@Test
	void aVersionIsAWholeNumber() {
		refuses("ERROR at version: @Version needs a whole number, but Product.version is java.lang.String",
				product("@Version String version;"));
	}

	@Test
	void aMarkOfDeletionIsOneInstant() {
		refuses("ERROR at deleted: @SoftDelete needs an Instant, but Product.deleted is boolean",
				product("@SoftDelete boolean deleted;"));
		refuses("ERROR at removedAt: Product has two @SoftDelete, deletedAt and removedAt: remove one",
				product("@SoftDelete java.time.Instant deletedAt; @SoftDelete java.time.Instant removedAt;"));
	}

	@Test
	void aSlugIsATextMadeOfAnother() {
		refuses("ERROR at slug: @Slug of Product.slug names 'nmae', which is not a text. Choices: [name]",
				product("String name; @Slug(from = \"nmae\") String slug;"));
		refuses("ERROR at slug: @Slug needs a String, but Product.slug is long",
				product("String name; @Slug(from = \"name\") long slug;"));
	}

	@Test
	void aPositionIsANumberAmongTheRowsOfAnOwner() {
		refuses("ERROR at position: @Position of Product.position names 'name', which is not a foreign key of its own table. Choices: [parent]",
				product("String name; ForeignKey<Product> parent; @Position(within = \"name\") int position;"));
		refuses("ERROR at position: @Position needs an int or a long, but Product.position is java.lang.String",
				product("ForeignKey<Product> parent; @Position(within = \"parent\") String position;"));
		refuses("ERROR at other: Product has two @Position, position and other: a row has one place", product(
				"ForeignKey<Product> parent; @Position(within = \"parent\") int position; @Position(within = \"parent\") int other;"));
	}

	@Test
	void aRowIsOneTenants() {
		refuses("ERROR at other: Product has two @TenantId, tenant and other: a row is one tenant's",
				product("@dev.orm.session.TenantId Long tenant; @dev.orm.session.TenantId Long other;"));
		refuses("ERROR at tenant: @TenantId needs what is null until it is known, but Product.tenant is long",
				product("@dev.orm.session.TenantId long tenant;"));
	}

	@Test
	void whoDeletedARowIsSaidBesideWhen() {
		refuses("ERROR at by: Product.by is @DeletedBy, but Product has no @SoftDelete: add an Instant with it",
				product("@DeletedBy String by;"));
		refuses("ERROR at by: @DeletedBy needs what can be null, but Product.by is long",
				product("@SoftDelete java.time.Instant deletedAt; @DeletedBy long by;"));
		refuses("ERROR at who: Product has two @DeletedBy, by and who: remove one",
				product("@SoftDelete java.time.Instant deletedAt; @DeletedBy String by; @DeletedBy String who;"));
	}

	@Test
	void aGeneratedKeyFitsWhoGeneratesIt() {
		refuses("ERROR at id: An identity needs a whole number, but Product.id is java.lang.String",
				"@Table class Product extends Model { @Id(generated = Id.Generated.IDENTITY) String id; }");
		refuses("ERROR at id: A generated UUID needs a UUID, but Product.id is java.lang.Long",
				"@Table class Product extends Model { @Id(generated = Id.Generated.UUID) Long id; }");
	}

	@Test
	void theTypeOfAnAttributeIsVisible() {
		refuses("ERROR at status: The type Status of attribute Product.status must be visible in the package of Product",
				product("private enum Status { LIVE } private Status status;"));
		refuses("ERROR at all: The type Status of attribute Product.all must be visible in the package of Product",
				product("private enum Status { LIVE } private List<Status> all;"));
	}

	@Test
	void namesOfOptionsAreAttributes() {
		refuses("ERROR at Product: uniqueTogether of Product names 'nme', which is no attribute of it. Choices: id, name, pk",
				"@Table(uniqueTogether = @UniqueTogether({ \"nme\", \"id\" })) class Product extends Model {" + KEY
						+ "String name; }");
		refuses("ERROR at Product: ordering of Product names 'nme'",
				"@Table(ordering = \"-nme__x\") class Product extends Model {" + KEY + "}");
		refuses("ERROR at Product: getLatestBy of Product names 'when'",
				"@Table(getLatestBy = \"when\") class Product extends Model {" + KEY + "}");
	}

	@Test
	void relationsAndWaysBackMayBeOrderedBy() {
		assertThat(Compilation.of(this.output,
				"@Table(ordering = { \"-pk\", \"category__id\", \"categoryId\", \"product\", \"?\" }) class Product extends Model {"
						+ KEY + "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> category; }")
			.messages()).isEmpty();
	}

	@Test
	void theNameOfAWayBackIsAJavaName() {
		refuses("ERROR at parent: @RelatedName 'sub-products' of Product.parent must be a Java name", product(
				"@OnDelete(OnDeleteAction.CASCADE) @RelatedName(\"sub-products\") ForeignKey<Product> parent;"));
	}

	@Test
	void aModelHasNoTypeParameters() {
		refuses("ERROR at Product: Model Product must not have type parameters",
				"@Table class Product<T> extends Model {" + KEY + "}");
	}

}
