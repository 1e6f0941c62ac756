package dev.orm.processor.shop;

import java.util.Map;

import dev.orm.path.ArrayColumn;
import dev.orm.path.BooleanColumn;
import dev.orm.path.Column;
import dev.orm.path.DurationColumn;
import dev.orm.path.JsonColumn;
import dev.orm.path.NumberColumn;
import dev.orm.path.RangeColumn;
import dev.orm.path.RelationColumn;
import dev.orm.path.StringColumn;
import dev.orm.path.TemporalColumn;
import org.junit.jupiter.api.Test;

import static dev.orm.processor.shop.CategoryPath.CATEGORY;
import static dev.orm.processor.shop.ContentPath.CONTENT;
import static dev.orm.processor.shop.CoverPagePath.COVER_PAGE;
import static dev.orm.processor.shop.CoverPath.COVER;
import static dev.orm.processor.shop.PagePath.PAGE;
import static dev.orm.processor.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated paths carry the root and the value's class in their type, and the path in
 * their text.
 */
class GeneratedPathTests {

	@Test
	void columnsHaveTheClassThatFitsTheirValue() {
		StringColumn<Product> name = PRODUCT.name;
		NumberColumn<Product, Integer> stock = PRODUCT.stockQuantity;
		BooleanColumn<Product> active = PRODUCT.active;
		TemporalColumn<Product, java.time.Instant> created = PRODUCT.createdAt;
		DurationColumn<Product> warranty = PRODUCT.warranty;
		Column<Product, Product.Status> status = PRODUCT.status;
		ArrayColumn<Product, java.util.List<String>> keywords = PRODUCT.keywords;
		RangeColumn<Product, java.time.LocalDate> season = PRODUCT.season;
		JsonColumn<Product, Map<String, Object>> attributes = PRODUCT.attributes;
		RelationColumn<Product, Category, Long> category = PRODUCT.category;
		assertThat(
				new Object[] { name, stock, active, created, warranty, status, keywords, season, attributes, category })
			.extracting(Object::toString)
			.containsExactly("name", "stockQuantity", "active", "createdAt", "warranty", "status", "keywords", "season",
					"attributes", "category");
	}

	@Test
	void relationsAreFollowedByMethodsThatKeepTheRoot() {
		StringColumn<Product> name = PRODUCT.category().parent().name;
		assertThat(name.path()).isEqualTo("category__parent__name");
	}

	@Test
	void waysBackHaveTheirQueryName() {
		assertThat(CATEGORY.products().name.path()).isEqualTo("products__name");
		assertThat(CATEGORY.child().products().id.path()).isEqualTo("child__products__id");
	}

	@Test
	void methodsThatWouldClashHaveAnUnderscoreButTheirPathHasNot() {
		assertThat(COVER.path_().title.path()).isEqualTo("path__title");
		assertThat(PAGE.class_().isOrder.path()).isEqualTo("class__isOrder");
	}

	@Test
	void parentsAndChildrenWithTablesReachEachOther() {
		assertThat(CONTENT.page().coverPage().glossy.path()).isEqualTo("page__coverPage__glossy");
		assertThat(COVER_PAGE.title.path()).isEqualTo("title");
		assertThat(COVER_PAGE.cover().isOrder.path()).isEqualTo("cover__isOrder");
	}

}
