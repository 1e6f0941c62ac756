package shop.catalog;

import java.util.List;

import dev.orm.Manager;
import org.junit.jupiter.api.Test;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop has a manager of its own for products; the general one is injected beside it.
 */
@ShopTest
class CheapTests {

	@Autowired
	private Cheap cheap;

	@Autowired
	private ProductManager own;

	@Autowired
	private Manager<Product> general;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theClassOfTheTutorialFindsCheapBooks() {
		List<String> expected = this.jdbc.sql("""
				SELECT p.name FROM shop_product p JOIN shop_category c ON c.id = p.category_id
				WHERE c.name = 'Books' AND p.price < 45 ORDER BY p.price""").query(String.class).list();
		assertThat(expected).isNotEmpty();
		assertThat(this.cheap.books()).extracting(Product::getName).containsExactlyElementsOf(expected);
	}

	@Test
	void bothManagersAreInjected() {
		assertThat(this.general).isNotInstanceOf(ProductManager.class);
		assertThat(this.general.count()).isEqualTo(this.own.count());
	}

}
