package dev.orm.relation;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Seat;
import dev.orm.test.Shop;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final Orm orm = Shop.orm(database);

	private final Manager<Product> products = this.orm.manager(Product.class);

	private final Manager<Seat> seats = this.orm.manager(Seat.class);

	@Test
	void aRowIsReadByItsKey() {
		// tag::get[]
		Product product = this.products.get(1L);
		boolean known = this.products.find(4711L).isPresent();
		// end::get[]
		assertThat(product.getId()).isEqualTo(1L);
		assertThat(known).isFalse();
		assertThat(this.products.get(1)).isEqualTo(product);
		assertThat(this.products.find(1L)).contains(product);
		assertThat(this.products.filter(PRODUCT.id.gt(1L)).find(1L)).isEmpty();
	}

	@Test
	void aRowIsReadByAKeyOfSeveralParts() {
		Seat seat = this.seats.first().orElseThrow();
		assertThat(this.seats.get((List<?>) seat.pk())).isEqualTo(seat);
		assertThat(this.seats.find(List.of("no such hall", 1))).isEmpty();
	}

	@Test
	void aMissingRowNamesModelAndKey() {
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.products.get(4711L))
			.withMessage("There is no Product with the key 4711 among the rows.");
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.seats.get(List.of("no such hall", 1)))
			.withMessageContaining("[no such hall, 1]");
	}

	@Test
	void aReferenceReadsNothingUntilItIsTouched() {
		Tag tag = this.orm.manager(Tag.class).first().orElseThrow();
		this.orm.atomic().run(() -> {
			// tag::reference[]
			Product product = this.products.reference(2L);
			// end::reference[]
			assertThat(product.getId()).isEqualTo(2L);
			assertThat(product.isSaved()).isTrue();
			assertThat(product).isEqualTo(this.products.get(2L));
			assertThat(Queries.expect(1, product::getName)).isEqualTo(this.products.get(2L).getName());
			RelatedManager<Tag> tags = RelatedManager.of(product, PRODUCT.tags());
			tags.remove(tag);
			assertThat(Queries.count(() -> tags.add(tag))).isOne();
			assertThat(tags.contains(tag)).isTrue();
			this.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void aReferenceIsMadeOfNoQuery() {
		assertThat(Queries.expect(0, () -> this.products.reference(2L)).pk()).isEqualTo(2L);
		assertThat(this.products.reference(2L).getCategory().id()).isEqualTo(this.products.get(2L).getCategory().id());
	}

	@Test
	void aReferenceToAMissingRowShowsWhenItIsTouched() {
		Product missing = this.products.reference(4711L);
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(missing::getName);
	}

	@Test
	void aReferenceNeedsAllPartsOfTheKey() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.seats.reference("A"))
			.withMessageContaining("needs 2 value(s), not 1");
	}

}
