package dev.orm.processor.shop;

import java.util.List;
import java.util.Map;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.OneToOne;
import dev.orm.model.RelationDescription;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Generated descriptions say what the source code says. */
class GeneratedDescriptionTests {

	private static ModelDescription describe(Class<? extends Model> model) {
		return EntityBinding.of(model).describe();
	}

	private static FieldDescription field(Class<? extends Model> model, String name) {
		return describe(model).fields().stream().filter((field) -> field.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<String> names(Class<? extends Model> model) {
		return describe(model).fields().stream().map(FieldDescription::name).toList();
	}

	@Test
	void theTableAndItsOptionsAreThoseOfTheAnnotation() {
		ModelDescription product = describe(Product.class);
		assertThat(product.table()).hasToString("shop_product");
		assertThat(product.ordering()).containsExactly("-createdAt", "id");
		assertThat(product.getLatestBy()).containsExactly("createdAt");
		assertThat(product.uniqueTogether()).containsExactly(List.of("name", "category"));
	}

	@Test
	void fieldsOfParentsComeFirstAndConstantsAndTransientFieldsNotAtAll() {
		assertThat(names(Product.class)).startsWith("createdAt", "updatedAt", "version", "id", "name")
			.doesNotContain("NOT_A_COLUMN", "notAColumnEither");
	}

	@Test
	void columnsAreNamedInSnakeCaseAndThoseOfRelationsByTheKey() {
		assertThat(field(Product.class, "stockQuantity").column()).isEqualTo("stock_quantity");
		assertThat(field(Product.class, "category").column()).isEqualTo("category_id");
		assertThat(field(Library.Cover.class, "isOrder").column()).isEqualTo("order");
	}

	@Test
	void flagsFollowFromTypesAndAnnotations() {
		assertThat(field(Product.class, "id").flags()).containsExactly(Flag.PRIMARY_KEY, Flag.IDENTITY);
		assertThat(field(Product.class, "name").flags()).containsExactly(Flag.NULLABLE, Flag.INDEX);
		assertThat(field(Product.class, "createdAt").flags()).containsExactly(Flag.AUTO_NOW_ADD);
		assertThat(field(Product.class, "updatedAt").flags()).containsExactly(Flag.AUTO_NOW);
		assertThat(field(Product.class, "version").flags()).containsExactly(Flag.VERSION);
		assertThat(field(Product.class, "stockQuantity").flags()).containsExactly(Flag.POSITIVE);
		assertThat(field(Product.class, "attributes").flags()).containsExactly(Flag.NULLABLE, Flag.JSON);
		assertThat(field(Library.Cover.class, "page").flags()).containsExactly(Flag.PRIMARY_KEY, Flag.UNIQUE);
		assertThat(field(Library.Sticker.class, "number").flags()).containsExactly(Flag.PRIMARY_KEY);
		assertThat(field(Library.Section.class, "id").flags()).containsExactly(Flag.PRIMARY_KEY);
	}

	@Test
	void sizesTypesArgumentsAndDefaultsAreKept() {
		assertThat(field(Product.class, "name").length()).isEqualTo(200);
		assertThat(field(Product.class, "price")).returns(10, FieldDescription::precision)
			.returns(2, FieldDescription::scale);
		assertThat(field(Product.class, "searchVector").columnType()).isEqualTo("tsvector");
		assertThat(field(Product.class, "attributes").typeArguments()).isEqualTo(List.of(String.class, Object.class));
		assertThat(field(Product.class, "attributes").javaType()).isEqualTo(Map.class);
		assertThat(field(Product.class, "stockQuantity").defaultValue()).isEqualTo("0");
	}

	@Test
	void relationsSayWhereTheyLeadAndHowTheyAreFoundBack() {
		assertThat(field(Product.class, "category").relation())
			.isEqualTo(new RelationDescription(Category.class, "", OnDeleteAction.CASCADE, "", "products", null));
		assertThat(field(Category.class, "parent").relation())
			.isEqualTo(new RelationDescription(Category.class, "", OnDeleteAction.SET_NULL, "", "children", "child"));
		assertThat(field(Library.Cover.class, "named").relation()).isEqualTo(
				new RelationDescription(Library.Content.class, "title", OnDeleteAction.DO_NOTHING, "", "+", null));
		assertThat(field(Library.Section.class, "parent").relation()).isEqualTo(new RelationDescription(
				Library.Section.class, "", OnDeleteAction.CASCADE, "", "sectionChildren", null));
		assertThat(field(Product.class, "category").javaType()).isEqualTo(ForeignKey.class);
	}

	@Test
	void aChildWithATableInheritsFieldsAndLinksToItsParentByItsKey() {
		ModelDescription page = describe(Library.Page.class);
		assertThat(page.parent()).isEqualTo(Library.Content.class);
		assertThat(page.table()).hasToString("page");
		assertThat(page.ordering()).containsExactly("title");
		assertThat(names(Library.Page.class)).containsExactly("id", "title", "section", "contentPtr", "body");
		assertThat(field(Library.Page.class, "id").flags()).containsExactly(Flag.IDENTITY, Flag.INHERITED);
		assertThat(field(Library.Page.class, "contentPtr")).isEqualTo(FieldDescription
			.of("contentPtr", "content_ptr_id", OneToOne.class, Flag.PRIMARY_KEY, Flag.UNIQUE)
			.relation(new RelationDescription(Library.Content.class, "", OnDeleteAction.CASCADE, "", "page", null)));
	}

	@Test
	void aProxySharesTheTableAndTheFieldsOfItsModel() {
		ModelDescription draft = describe(Library.Draft.class);
		assertThat(draft.proxyOf()).isEqualTo(Library.Page.class);
		assertThat(draft.parent()).isEqualTo(Library.Content.class);
		assertThat(draft.table()).hasToString("page");
		assertThat(draft.ordering()).containsExactly("-title");
		assertThat(draft.fields()).isEqualTo(describe(Library.Page.class).fields());
	}

}
